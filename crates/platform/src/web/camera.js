// The camera, for codes on another screen; and the screen that shows them, which should not go dark.

// Dots of a picture's side at most: enough for each square of a code, and few enough for an old phone.
const SIDE = 720;
// Milliseconds for one picture, and for a reader to be ready; one that takes longer is given up for a fresh one.
const PATIENCE = 5000;
const START = 15000;

const REASONS = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
};

const ownDetector = async () => {
  try {
    const formats = await self.BarcodeDetector?.getSupportedFormats();
    return formats?.includes('qr_code') ? new self.BarcodeDetector({ formats: ['qr_code'] }) : null;
  } catch {
    return null;
  }
};

// Shows what the camera sees in the video element of that id, and tells `runs`, each `code` with its text,
// and how it ended: `refused`, `missing`, `broken` or `ended`. Answers how to put it off, silently.
export function watchCamera(id, tell) {
  let over = false;
  let stream = null;
  let reader = null;
  let late = 0;
  let detector = null;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });

  const putOff = () => {
    over = true;
    clearTimeout(late);
    reader?.terminate();
    for (const track of stream?.getTracks() ?? []) track.stop();
    const video = document.getElementById(id);
    if (video) video.srcObject = null;
    document.removeEventListener('visibilitychange', look);
    removeEventListener('pagehide', end);
  };
  const end = (why) => {
    if (over) return;
    putOff();
    tell(typeof why === 'string' ? why : 'ended');
  };
  const look = () => {
    if (document.visibilityState === 'hidden') end();
  };

  // A picture goes to the reader only after the one before was read.
  const send = (video) => {
    if (over) return undefined;
    if (detector) return detect(video);
    const { videoWidth: width, videoHeight: height } = video;
    const side = Math.min(width, height);
    if (!side) return soon(video);
    const dots = Math.min(side, SIDE);
    canvas.width = dots;
    canvas.height = dots;
    context.drawImage(video, (width - side) / 2, (height - side) / 2, side, side, 0, 0, dots, dots);
    const { data } = context.getImageData(0, 0, dots, dots);
    const grey = new Uint8Array(dots * dots);
    for (let dot = 0, at = 0; dot < grey.length; dot += 1, at += 4) {
      grey[dot] = (data[at] * 77 + data[at + 1] * 150 + data[at + 2] * 29) >> 8;
    }
    late = setTimeout(() => read(video), PATIENCE);
    reader.postMessage(grey, [grey.buffer]);
    return undefined;
  };
  const soon = (video) => {
    if (over) return;
    if (video.requestVideoFrameCallback) video.requestVideoFrameCallback(() => send(video));
    else setTimeout(() => send(video), 60);
  };

  // What the device reads codes with by itself, on some: quicker, and also askew.
  const detect = async (video) => {
    try {
      for (const { rawValue } of await detector.detect(video)) {
        if (!over && rawValue) tell('code', rawValue);
      }
      return soon(video);
    } catch {
      detector = null;
      return read(video);
    }
  };

  // A reader says an empty text when it is ready and when there is no code in the picture. It may break
  // over a picture: the next one gets another reader.
  const read = (video) => {
    if (over) return;
    clearTimeout(late);
    reader?.terminate();
    const fresh = window.handrailStartCodeReader();
    reader = fresh;
    late = setTimeout(() => read(video), START);
    fresh.onmessage = ({ data }) => {
      if (over || reader !== fresh) return;
      clearTimeout(late);
      if (data) tell('code', data);
      soon(video);
    };
    fresh.onerror = (event) => {
      event.preventDefault();
      if (over || reader !== fresh) return;
      // Not at once: one that cannot even start would be started for ever.
      clearTimeout(late);
      late = setTimeout(() => read(video), 250);
    };
  };

  const begin = async () => {
    if (!navigator.mediaDevices?.getUserMedia) return end('missing');
    const wanted = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } };
    stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: wanted });
    const video = document.getElementById(id);
    if (over || !video) return over ? putOff() : end();
    for (const track of stream.getTracks()) track.addEventListener('ended', end);
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    await video.play();
    if (over) return undefined;
    tell('runs');
    detector = await ownDetector();
    return detector ? soon(video) : read(video);
  };

  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', end);
  begin().catch((error) => end(REASONS[error?.name] ?? 'broken'));
  return putOff;
}

let wanted = false;
let held = null;

const hold = async () => {
  if (!wanted || held || document.visibilityState === 'hidden') return;
  try {
    held = await navigator.wakeLock?.request('screen');
  } catch {
    // Low battery, for instance: then the screen goes dark as usual.
  }
  held?.addEventListener('release', () => {
    held = null;
  });
  if (!wanted) await held?.release();
};

// Keeps the screen on, or lets it go dark as usual. A browser forgets this when the page goes out of sight.
export function keepScreenOn(on) {
  if (wanted === on) return;
  wanted = on;
  if (on) {
    document.addEventListener('visibilitychange', hold);
    hold();
  } else {
    document.removeEventListener('visibilitychange', hold);
    held?.release();
  }
}
