// A passkey of this page's host (WebAuthn), for the bytes that its authenticator makes of a fixed salt
// (PRF extension). No server takes part: nobody looks at challenges and signatures.
const PRF = { prf: { eval: { first: new TextEncoder().encode("handrail passkey lock v1") } } };

const random = () => crypto.getRandomValues(new Uint8Array(32));

const outputOf = (credential) => credential.getClientExtensionResults().prf?.results?.first;

// Whether to offer one. An address that is a number cannot own any.
export async function mayMakePasskey() {
  if (!isSecureContext || !self.PublicKeyCredential) return false;
  if (/^[\d.]+$|:/.test(location.hostname)) return false;
  const able = await PublicKeyCredential.getClientCapabilities?.();
  return able?.["extension:prf"] !== false;
}

async function ask(id) {
  const credential = await navigator.credentials.get({
    publicKey: {
      challenge: random(),
      allowCredentials: [{ type: "public-key", id }],
      userVerification: "required",
      timeout: 60000,
      extensions: PRF,
    },
  });
  return outputOf(credential);
}

// The output; nothing when it was refused, and no bytes when there is no output.
export async function askPasskey(id) {
  try {
    return new Uint8Array((await ask(id)) ?? 0);
  } catch {
    return undefined;
  }
}

// The output and then the credential id, as above.
export async function makePasskey(name) {
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { name },
        user: { id: random(), name, displayName: name },
        challenge: random(),
        pubKeyCredParams: [-7, -257].map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        timeout: 60000,
        extensions: PRF,
      },
    });
    const id = new Uint8Array(made.rawId);
    let output = outputOf(made);
    try {
      // Some give it only when asked afterwards.
      if (!output && made.getClientExtensionResults().prf?.enabled) output = await ask(id);
    } finally {
      if (!output) forgetPasskey(id);
    }
    return output ? new Uint8Array([...new Uint8Array(output), ...id]) : new Uint8Array(0);
  } catch {
    return undefined;
  }
}

// A hint for the keeper of passkeys, where it takes one.
export function forgetPasskey(id) {
  const letters = btoa(String.fromCharCode(...id));
  const credentialId = letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const told = self.PublicKeyCredential?.signalUnknownCredential?.({ rpId: location.hostname, credentialId });
  told?.catch(() => {});
}
