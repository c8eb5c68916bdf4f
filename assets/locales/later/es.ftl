## Names and small words

value-empty = (nada)
value-no = No
value-valid-again = No, válido otra vez
minutes-count =
    { $count ->
        [one] 1 minuto
       *[other] { $count } minutos
    }

## First screens

elsewhere-take-over =
    { $place ->
        [window] Seguir aquí
       *[computer] Usarlo aquí
    }
storage-untouched = No se cambió nada en este dispositivo.

## Places, keyboard, banners

keys-title = Teclas
keys-search = Buscar personas
keys-new = Anotar un contacto
keys-down = Siguiente en la lista
keys-up = Anterior en la lista
keys-help = Ver estas teclas

## One person

conflict-title = Dos versiones: { $field }
conflict-words = Dos personas escribieron esto a la vez. Ambas se conservan hasta que elija una.
conflict-choose = Conservar esta
conflict-choose-value = Conservar esta: { $value }
entry-not-valid = No válido
reason-submit = Marcar como no válido
history-title = Historial
exit-title = Antes de que termine el contacto
exit-words = Son metas, y nadie tiene que aprobar un examen. Lo que falta va junto con la entrega.
exit-not-yet = Todavía no
exit-done = Logrado desde: { $day }
exit-done-to = Presentación hecha: { $day }, con { $to }
exit-reached = Ya está
exit-reached-of = Ya está: { $what }
exit-hand-off-words = Escriba quién sigue desde aquí, por ejemplo una persona, un grupo o un centro.
exit-to = ¿Quién sigue desde aquí?
outreach-title = Después de una sobredosis
outreach-of = Sobredosis: { $day }
outreach-in-time = Primer intento a tiempo: { $day }
outreach-later = Primer intento tarde: { $day }
outreach-open = Nadie lo ha intentado todavía. A tiempo hasta: { $day }
outreach-none = Nadie lo intentó. Era a tiempo hasta: { $day }
outreach-reached = Hubo contacto: { $day }
outreach-mode = { $how }: { $count }
mode-phone = Por teléfono
mode-text = Por mensaje de texto
mode-video = Por video
mode-in-person = En persona
mode-other = De otra manera
more-card-words = Leer con la persona lo que lleva
card-words = Elijan juntos lo que quiere llevar. En la tarjeta está solo lo que se marque.
card-word-only = Se abre solo con su palabra. Nadie puede recuperar una palabra perdida, y esta aplicación no guarda la tarjeta.
card-who = Quién
card-coach = Acompaña: { $coach }
card-goals = Metas
card-required = Lo que se pide
card-by-day = { $what }, para el { $day }
card-language = Idioma de la tarjeta
card-own = En sus propias palabras
card-own-hint = Por ejemplo, lo que ayuda cuando se pone difícil; una cosa por renglón
card-word = Una palabra o frase que solo la persona sabe
card-word-hint = Al menos 8 letras. Lo mejor son varias palabras: quien encuentre la tarjeta puede probar las cortas.
card-word-short = Elija al menos 8 letras.
card-empty = Elija al menos un renglón.
card-too-much = Es demasiado para una tarjeta. Deje fuera algunos renglones.
card-make = Hacer la tarjeta
card-paper-title = Mi tarjeta
card-paper-words = Se abre con mi propia palabra, en la aplicación de quien me acompaña.
card-qr = Código de la tarjeta
card-copy = Copiar el texto
card-copied = Copiado
card-again = Cambiarla
card-not-kept = Nada de esta tarjeta queda en la aplicación. Imprímala, o deje que tome una foto.
card-open-title = Abrir una tarjeta
card-open-words = Alguien lleva una tarjeta. Escriba su palabra solo junto con la persona.
card-paste = Texto de la tarjeta
card-paste-hint = Escanee el código con la cámara del teléfono, copie lo que muestra y péguelo aquí.
card-camera = Leerla con la cámara
card-camera-hint = La cámara lo llena. También puede pegarlo.
card-other-code = Ese no es el código de una tarjeta. Ponga la cámara frente al código de la tarjeta.
card-instead = También puede pegar el texto de la tarjeta.
card-read = La tarjeta está leída. Solo falta su palabra.
card-open-word = Su palabra
card-open-go = Abrir
card-opened = Lo que dice
card-close = Cerrarla
card-not-one = Esta no es una tarjeta que esta versión de la aplicación pueda leer.
card-wrong-word = Esa no es la palabra de esta tarjeta, o la tarjeta está dañada.

## Logging a contact

log-edit-title = Editar un contacto
field-circumstances = Más detalles
field-kind = Cómo
field-outcome = ¿Hubo contacto?
field-activities = Qué hicimos
field-note = Nota
field-place = Lugar
field-void = No válido
field-made-by = Hecho por

## File import

import-title = Traer una lista
import-words = Elija un archivo CSV de su otro sistema, con una persona por línea y los nombres de las columnas en la primera línea.
import-private = El archivo solo se lee en este dispositivo.
import-file = Elegir un archivo
import-file-hint = CSV, hasta 10 MB. En Excel elija Guardar como y luego CSV.
import-reading = Leyendo el archivo…
import-read =
    { $count ->
        [one] { $name }: 1 fila
       *[other] { $name }: { $count } filas
    }
import-map-words = Diga qué contiene cada columna. Se muestran ejemplos del archivo.
import-column = Columna { $number }
import-no-name = Elija la columna que contiene el nombre.
import-run =
    { $count ->
        [one] Traer 1 fila
       *[other] Traer { $count } filas
    }
import-other = Otro archivo
import-running = Trayendo las filas…
import-may-leave = Puede seguir trabajando mientras tanto. Si Handrail se cierra, elija el mismo archivo otra vez: nadie se duplicará.
import-cancel = Detener
column-leave-out = No traer
report-done = Listo
report-cancelled = Detenido. Lo que ya se trajo se queda.
report-added =
    { $count ->
        [one] 1 persona agregada
       *[other] { $count } personas agregadas
    }
report-already =
    { $count ->
        [one] 1 ya estaba y no se cambió
       *[other] { $count } ya estaban y no se cambiaron
    }
report-problems = Filas que no se trajeron
report-problems-words = Corrija estas líneas en el archivo y tráigalo otra vez. Nadie se duplicará.
report-line = Línea
report-reason = Motivo
report-text = En el archivo
report-more = y { $count } más
report-warnings = Revise estas filas
report-warnings-words = Estas filas se agregaron. Algo en ellas no estaba claro.
report-name = Nombre
report-look-at = Qué revisar
report-see = Ver a las personas

## Team

device-holds-group = El grupo { $name }: nombres de pila y lo que se notó ahí
device-holds-coaches = Lo que los coaches hablan entre sí
team-title = Equipo
team-invite = Invitar a alguien
team-coaches = Coaches
team-recent = Contactos recientes
team-recent-empty = Aún no hay contactos
team-members = Miembros
team-invitations = Invitaciones
coach-caseload =
    { $count ->
        [one] 1 persona
       *[other] { $count } personas
    }
coach-heard = Último dato: { $when }
coach-not-heard = Aún sin datos
coach-owed = { $count } por contactar hoy
coach-missed =
    { $count ->
        [one] 1 con días sin contacto
       *[other] { $count } con días sin contacto
    }
member-devices =
    { $count ->
        [one] 1 dispositivo
       *[other] { $count } dispositivos
    }
member-own = Usted
member-administrator = Puede invitar
member-devices-title = Dispositivos
member-devices-none = Todavía ningún dispositivo
device-unnamed = Un dispositivo sin nombre
device-own = Este dispositivo
device-leaving = Se retirará cuando haya conexión
device-removed = Retirado
device-lost = Este dispositivo se perdió
device-state = Cómo guarda lo que tiene
device-remove-title = ¿Se perdió «{ $device }»?
device-remove-will = Lo que pasa ahora
device-remove-keys = Se cambian todas las llaves que tenía. No podrá leer nada de lo que se escriba desde ahora.
device-remove-wipes = Cuando se abra otra vez con conexión, entrega lo que no había enviado y después se borra.
device-remove-kept = Lo que llegó aquí se conserva. Lo que entregue tarde se aparta para que usted lo lea; no se pierde.
device-remove-sheet = Se guarda una hoja: de quién era, cómo estaba bloqueado y de quiénes tenía expedientes.
device-remove-wont = Lo que esto no puede hacer
device-remove-remains = Mientras esté apagado o sin conexión, nada le llega. Lo que hay en él se queda ahí, cifrado, detrás de su frase de acceso.
device-remove-lease = Se bloquea solo tras { $days } días sin contacto, pero hasta entonces puede abrirlo quien sepa la frase de acceso.
device-remove-drafts = Una nota que se empezó en él y no se guardó se pierde.
device-remove-final = Esto no se puede deshacer. La persona puede recibir otro dispositivo.
device-remove-go = Retirarlo del equipo
device-leaving-said = Se está retirando
device-invite = Enlace para otro dispositivo
device-invite-words = Abra este enlace en el dispositivo nuevo. Lleva allí las mismas personas.
device-holds = Lo que pueden leer estos dispositivos
device-holds-this = Lo que puede leer este dispositivo
device-held = Lo que podían leer estos dispositivos
device-holds-words = Si uno se pierde, esto es lo que había en él, hasta donde sabe este dispositivo.
device-holds-nothing = Ningún participante
device-holds-caseload =
    { $count ->
        [one] Personas de { $coach }: 1
       *[other] Personas de { $coach }: { $count }
    }
invitation-until = hasta { $when }
invitation-withdraw = Retirar
invitation-withdraw-of = Retirar la invitación: { $role }, hasta { $when }
invite-title = Invitar a alguien
invite-words = El enlace sirve una sola vez. Entréguelo en persona o por un medio de confianza.
invite-role = Será
invite-hours = El enlace sirve por
hours-one = 1 hora
hours-day = 1 día
hours-three-days = 3 días
hours-week = 1 semana
invite-submit = Crear el enlace
invite-busy = Creando el enlace…
invite-ready = La invitación está lista
invite-once = Sirve una vez, hasta { $when }. No se puede ver otra vez al salir de esta pantalla.
invite-qr = Código QR del enlace de invitación
invite-link = Enlace
invite-copy = Copiar el enlace
invite-copied = Copiado
invite-not-copied = No se pudo copiar. Seleccione el enlace y cópielo a mano.

## More, settings

more-title = Más
more-choose = Elija de la lista
more-crisis-words = Sin desbloquear y sin señal
more-sync-words = Qué se envió y qué espera
more-settings-words = Idioma, colores, bloqueo, espacio
install = Instalar Handrail
install-words =
    { $place ->
        [phone] Ponga Handrail en su pantalla de inicio: abre más rápido y el navegador conserva sus notas.
       *[computer] Ponga Handrail entre sus programas: se abre en su propia ventana y el navegador conserva sus notas.
    }
settings-title = Ajustes
settings-look = Idioma y colores
settings-language = Idioma
settings-theme = Colores
settings-safety = Seguridad
settings-auto-lock = Bloquear después de
settings-auto-lock-hint = Cuando nadie toca la pantalla.
settings-device = Este dispositivo
settings-device-name = Nombre del dispositivo
settings-device-name-hint = Su equipo lo ve en la lista de dispositivos.
storage-title = Espacio
storage-own = Sus notas ocupan { $amount }.
storage-of = { $used } de { $quota } usados
storage-persistent = El navegador prometió conservarlas.
storage-not-persistent = El navegador podría borrarlas si falta espacio. Instale Handrail para mayor seguridad.
storage-refusing = Casi no queda espacio. No se aceptan notas nuevas para que nada se pierda. Borre fotos o aplicaciones.
settings-about = Acerca de
about-version = Versión
about-agency = Agencia
about-relay = Relé
about-no-relay = Ninguno: todo queda en este dispositivo
about-fingerprint = Huella
about-fingerprint-words = Debe ser la misma en todos los dispositivos de su agencia.
settings-erase = Borrar
erase-sample = Borrar los datos de ejemplo
erase-sample-words = Quita la agencia inventada para que pueda crear una real o unirse a ella.
erase-device = Salir de este dispositivo
erase-device-words = Quita de este dispositivo todo lo suyo. Los demás dispositivos, y las demás personas en este, conservan lo suyo.
erase-unsent =
    { $count ->
        [one] 1 entrada aún no se envió y se perdería. Puede esperar a tener conexión.
       *[other] { $count } entradas aún no se enviaron y se perderían. Puede esperar a tener conexión.
    }
erase-type-name = Escriba el nombre de la agencia: { $agency }
erase-go = Borrar ahora

## Unlocking and shared phones

restore-title = Vuelva con su hoja de rescate
restore-words = Para quien administra la agencia y perdió todos sus dispositivos. Hágalo en un lugar seguro: quien vea estas palabras puede abrirlo todo.
restore-relay-hint = Por donde pasan los datos de su agencia. Se ve así: https://relay.example.org.
restore-kit = Las 24 palabras
restore-kit-hint = En orden, con un espacio entre palabras.
restore-scanned-hint = El código trajo las primeras 16 palabras. Escriba después las últimas 8, de su hoja.
restore-read = Revisar las palabras
restore-busy = Preguntando al relé…
restore-found = Las palabras abren una agencia en este relé.
restore-fingerprint = Huella, para comparar con su hoja:
restore-who = ¿Quién es usted?
restore-who-hint = Los nombres quedan bajo llave hasta que entre. Si tiene dudas, pregunte a su equipo quién llegó primero.
restore-founder =
    { $devices ->
        [one] { $number }: { $role }, creó la agencia, 1 dispositivo
       *[other] { $number }: { $role }, creó la agencia, { $devices } dispositivos
    }
restore-administrator =
    { $devices ->
        [one] { $number }: { $role }, 1 dispositivo
       *[other] { $number }: { $role }, { $devices } dispositivos
    }
restore-lost = Perdí todos mis otros dispositivos. Retírelos de la agencia en cuanto llegue aquí todo lo que enviaron.
restore-submit = Usar este dispositivo
restore-unknown-word = La palabra { $position }, «{ $word }», no está en ninguna hoja. Revise cómo se escribe en su papel.
unfinished-kit = Empezar de nuevo con la hoja de rescate
lock-who = ¿Quién es usted?
lock-person = Persona { $number }
settings-nickname = Nombre en la pantalla de bloqueo
settings-nickname-hint = Cualquiera que tome este dispositivo puede leerlo; no use su nombre completo. Déjelo vacío para «Persona { $number }».
settings-sign-out = Salir
pin-words = Un PIN vuelve a abrir la pantalla cuando se bloqueó sola, hasta por 8 horas. Después de cinco intentos fallidos, de reiniciar o de «Bloquear ahora», hace falta la frase de acceso.
pin-choose = Elegir un PIN
pin-change = Cambiar el PIN
pin-remove = Quitar el PIN
pin-hint = De 4 a 8 dígitos. Que no sea su cumpleaños.
pin-chosen = El PIN ya funciona
pin-removed = Se quitó el PIN
passkey-words = Una llave de acceso abre Handrail con lo que desbloquea este dispositivo: su dedo, su cara o su código. Elíjala solo si nadie más puede desbloquear este dispositivo. Su frase de acceso sigue funcionando.
passkey-choose = Crear una llave de acceso
passkey-another = Crear otra llave de acceso
passkey-remove = Quitar la llave de acceso
passkey-go = Seguir
passkey-next = Ahora su dispositivo le pide el dedo, la cara o el código, quizá dos veces.
passkey-make = Crear la llave
passkey-chosen = La llave de acceso ya funciona
passkey-removed = La llave de acceso ya no abre nada aquí
passkey-refused = No se usó la llave de acceso. Intente otra vez, o use su frase de acceso.
passkey-unable = Las llaves de acceso de este dispositivo no pueden abrir Handrail. Use su frase de acceso.
erase-all-sent = Todo lo que escribió ya se envió. No se pierde nada.
erase-local-only = Esta agencia no usa relé: lo que hay aquí no está en ningún otro lugar. Se perdería todo.
erase-last = Ningún otro dispositivo puede invitar ni retirar dispositivos perdidos. Sin este, solo la hoja de rescate puede.
help-title = Entrar con ayuda
help-words = Llame a su supervisor. Ninguno de los dos teléfonos necesita internet. Sus notas quedan como están.
help-request = Lea esto, dígito por dígito:
help-code = El código que escucha
help-code-hint = 20 dígitos. Los espacios no importan. Sirve una sola vez.
help-give-title = Ayudar a alguien a entrar
help-give-words = Para alguien de su equipo que olvidó su frase de acceso. Funciona sin red.
help-give-voice = ¿Reconoce la voz? Si tiene dudas, cuelgue y llame al número que usted ya tiene. Quien tenga el código y el dispositivo puede entrar.
help-give-request = Lo que le leen
help-give-request-hint = Tres números con guiones entre ellos.
help-give-ask = Ver el código
help-give-whose = Este dispositivo es de:
help-give-code = Lea este código. Sirve una sola vez.
help-not-found = Ningún dispositivo de su equipo tiene este número. Pida que lo lean otra vez. Si ese dispositivo es nuevo, conecte primero el suyo.
more-help-words = Una frase de acceso olvidada, sin red
passphrase-change = Cambiar la frase de acceso
passphrase-change-words = Solo para este dispositivo. Sus notas quedan como están.
passphrase-current = Frase de acceso actual
passphrase-new = Nueva frase de acceso
passphrase-busy = Cambiando…
passphrase-changed = Se cambió su frase de acceso
passphrase-drops-passkey = Su llave de acceso se quita junto con la frase anterior. Después puede crearla otra vez.

## Crisis numbers

crisis-call-911 = ¿Está en peligro? Llame al 911.
crisis-call = Llamar a { $name }: { $number }
crisis-text = Texto al { $to }
crisis-text-word = Texto { $body } al { $to }
crisis-chat = Chat
crisis-chat-with = Chat con { $name } en la web
crisis-checked = Comprobado el { $day }
crisis-unchecked = Sin comprobar: su agencia puede confirmarlo o quitarlo.
crisis-source = Fuente
crisis-source-of = Fuente: { $name }
crisis-version = Lista { $version }, en uso desde el { $day }
crisis-own = Números de su agencia, en uso desde el { $day }
crisis-change = Cambiar estos números
crisis-edit-title = Números de crisis de su agencia
crisis-edit-words = Ponga las líneas que atienden donde usted trabaja. Cuando ponga la tarjeta en uso, todas las personas de la agencia la tienen, incluso con la aplicación bloqueada o sin señal.
crisis-edit-public = Cualquiera que tome un teléfono puede leer esta tarjeta. No escriba nada que diga quién trabaja aquí ni a quién ayudan.
crisis-edit-app = Están en uso los números de la aplicación.
crisis-edit-own = Están en uso los números propios de su agencia.
crisis-edit-by = Están en uso los números propios de su agencia. Los puso en uso: { $by }
crisis-edit-not-yours = Estos números los cambian las personas que supervisan o administran.
crisis-edit-scope = Lo que esta aplicación no es
crisis-edit-english = Inglés
crisis-edit-spanish = Español
crisis-edit-lines = Líneas
crisis-edit-kept = Siempre en la tarjeta
crisis-edit-look = Cómo se ve
crisis-edit-look-in = Idioma de esta vista
crisis-edit-put = Poner en uso
crisis-edit-done = En uso. Cada quien la recibe con su próximo contacto.
crisis-edit-back = Volver a los números de la aplicación
crisis-edit-back-words = Las líneas propias de su agencia se quitan de cada dispositivo con su próximo contacto.
crisis-line-add = Agregar una línea
crisis-line-change = Cambiar esta línea
crisis-line-edit = Editar: { $name }
crisis-line-up = Subir
crisis-line-up-of = Subir: { $name }
crisis-line-down = Bajar
crisis-line-down-of = Bajar: { $name }
crisis-line-away = Quitar
crisis-line-away-of = Quitar de la tarjeta: { $name }
crisis-line-name-en = Nombre, en inglés
crisis-line-name-es = Nombre, en español
crisis-line-about-en = Para quién es, en inglés
crisis-line-about-es = Para quién es, en español
crisis-line-call = Número para llamar
crisis-line-call-hint = Como se escribe, por ejemplo (608) 555-0100
crisis-line-text = Número para mensajes de texto
crisis-line-chat = Dirección web de un chat
crisis-line-prompts-en = Qué oprimir, en inglés
crisis-line-prompts-es = Qué oprimir, en español
crisis-line-prompts-hint = Una opción por renglón, por ejemplo «Veteranos: oprima 1»
crisis-line-source = De dónde viene el número
crisis-line-source-hint = Por ejemplo, el sitio web del condado
crisis-line-checked = Comprobado el
crisis-line-checked-hint = El día en que alguien llamó. Déjelo vacío si nadie lo hizo: la tarjeta lo dice.
crisis-line-number-missing = Escriba un número para llamar o para mensajes.
crisis-line-number-wrong = Un número tiene de 3 a 15 dígitos.
crisis-line-both-missing = Escríbalo en los dos idiomas.
crisis-line-source-missing = Escriba de dónde viene el número.
crisis-line-chat-wrong = La dirección de un chat empieza con https://
crisis-fault-none = Agregue al menos una línea.
crisis-fault-large = La tarjeta es demasiado larga.
crisis-fault-text = Falta un texto en un idioma: { $line }
crisis-fault-number = Revise el número: { $line }
crisis-fault-other = Revise las líneas. La tarjeta que está en uso sigue en uso.

## Sending

unfinished-title = Falta terminar de unirse
unfinished-words = La conexión se cortó antes de que el relé respondiera. Sus llaves están guardadas en este dispositivo.
unfinished-trying = Preguntando al relé si ya está dentro…
unfinished-again = Intentar otra vez
unfinished-anew = Empezar de nuevo con otra invitación
unfinished-anew-words = Si esta invitación ya no sirve, pida una nueva y empiece otra vez. No se pierde nada: en este dispositivo aún no se escribió nada.
sync-title = Envío y recepción
sync-local-only = No hay relé. Todo queda en este dispositivo.
sync-offline = No hay conexión. Su trabajo está guardado aquí y se enviará solo.
sync-never = Aún no
sync-waiting = Por enviar
sync-records =
    { $count ->
        [one] 1 entrada
       *[other] { $count } entradas
    }
sync-sent = Último envío
sync-reached-supervisor = Llegó a supervisión
sync-reached-coach = Llegó al coach
sync-now = Enviar y recibir ahora
sync-fetched =
    { $amount }, { $count ->
        [one] 1 entrada
       *[other] { $count } entradas
    } hasta ahora
sync-quarantined =
    { $count ->
        [one] 1 entrada se apartó porque no se pudo abrir. Lo demás no cambia.
       *[other] { $count } entradas se apartaron porque no se pudieron abrir. Lo demás no cambia.
    }
sync-incomplete = No está todo sobre estas personas:
incomplete-nameless = Alguien cuyo nombre todavía no está aquí
sync-means = Qué significan las palabras
sync-word-saved = Guardado
sync-word-saved-means = Está en este dispositivo y ahí queda, aunque se acabe la batería.
sync-word-sent = Enviado
sync-word-sent-means = El relé lo tiene, bajo llave.
sync-word-reached = Llegó
sync-word-reached-means = El dispositivo de la otra persona lo tiene.

## Errors

keys-hide = Ocultar la pantalla y bloquear
limit-open = Vista limitada
limit-title = Vista limitada
limit-shows-nobody = No se muestra a nadie: solo los números de crisis.
limit-shows-person = Se muestra: el nombre { $name }, cómo se le puede contactar y los números de crisis.
limit-words = Para cuando otras personas miran este dispositivo, por ejemplo al entrar a una cárcel. No se muestra ninguna lista, nota ni programa, y nada se puede abrir hasta que se escriba el código. Después de cinco códigos equivocados, o si se cierra la aplicación, solo la abre su frase de acceso.
limit-code = Un código para esta vez
limit-code-hint = De 4 a 8 dígitos
limit-start = Mostrar solo esto
inspected-title = Vista limitada
inspected-words = Solo esto está abierto. Todo lo demás está bloqueado.
inspected-code = Código
inspected-end = Abrir todo de nuevo
# Quién miró
accesses-title = Registro de accesos
accesses-words = Cuando alguien abre el expediente de una persona que acompaña otro coach, se anota una vez al día. También cada cambio de coach, con quién se compartió un expediente y por qué, y quién hizo olvidar un expediente. Lo que se anota aquí se queda.
accesses-empty = Todavía no hay nada anotado
accesses-copy = Copiar como tabla
accesses-copied = Copiado, con números en lugar de los nombres de los participantes. Puede pegarlo en una hoja de cálculo.
accesses-not-copied = No se pudo copiar en este dispositivo.
accesses-unknown = Alguien cuyo nombre no se conoce aquí
accesses-clock = Quienes supervisan o administran ven aquí también quién cambió el equipo, puso reglas, dio códigos y llaves, o sacó algo de la aplicación. Las horas son las del reloj del dispositivo donde se hizo.
accesses-show = Mostrar
accesses-all = Todo
accesses-records = Expedientes
accesses-team = Equipo
accesses-given = Códigos y copias
accesses-no-time = Hora desconocida
accesses-nobody = alguien
log-forgotten-open = Todos los dispositivos confirmaron. El certificado aún no está completo.
# Emergencies
emergency-title = Abrir un expediente en una emergencia
emergency-how = Diga de quién es el expediente que necesita y por qué. El primer dispositivo abierto de supervisión le deja entrar por sí solo. Nadie tiene que hacer nada, pero uno debe estar encendido: llame si tarda.
emergency-night = Puede leer y escribir en ese único expediente durante 12 horas. Después se cierra.
emergency-seen = Coach y supervisión ven quién lo pidió y por qué. Nadie puede deshacerlo.
emergency-answers = Aquí la supervisión de guardia pide el expediente de una persona que acompaña otro coach. Mientras su dispositivo está abierto, responde por sí solo: da acceso por 12 horas si el nombre corresponde a una sola persona.
emergency-coach = Su coach
emergency-name = Su nombre
emergency-name-hint = El nombre completo, como lo escribió su coach.
emergency-reason = Por qué necesita leerlo ahora
emergency-missing = Elija a su coach, y escriba el nombre y el motivo.
emergency-go = Pedir el expediente
emergency-asked = Pedido. Se abre en cuanto responda un dispositivo de supervisión.
emergency-requests = Pedidos hasta ahora
emergency-none = Nadie ha pedido un expediente
emergency-waiting = Espera un dispositivo de supervisión
emergency-not-found = Ese coach no tiene a nadie con ese nombre, o tiene a más de una persona
emergency-open = Abierto
emergency-over = Estuvo abierto
emergency-unanswered = Nadie respondió en 12 horas
emergency-record = Abrir el expediente
# Numbers
numbers-title = Cifras
numbers-words = Lo que hizo la agencia cada mes, según lo contó supervisión. Sin nombres y sin notas.
numbers-words-supervisor = Su dispositivo cuenta los meses que ya terminaron. La gerencia del programa ve un mes cuando usted lo comparte.
numbers-small = Un número del 1 al 10 no se muestra nunca, ni los días que se debían a 10 personas o menos. Si en un mes hubo 10 personas o menos, no se muestra nada de ese mes.
numbers-empty = Todavía no hay cifras
numbers-empty-words = Supervisión comparte un mes cuando ha terminado.
numbers-by = Compartido por { $name }, contado { $day }
numbers-not-told = Todavía no se ha compartido
numbers-changed = Se escribió algo desde entonces: las cifras compartidas son anteriores
numbers-go = Compartir estas cifras
numbers-go-of = Compartir las cifras de { $month }
numbers-done = Compartido con la agencia
numbers-people = Personas con un contacto o un intento
numbers-reached = Personas con quienes se habló
numbers-contacts = Contactos e intentos
numbers-owed = Días de contacto diario debidos
numbers-kept = Días de contacto diario cumplidos
numbers-overdoses = Sobredosis
numbers-tried-in-time = Con intento a tiempo
numbers-tried-open = Todavía a tiempo, sin intento
numbers-tried-reached = Con contacto a tiempo
numbers-tried-how = Cómo, a tiempo
numbers-outreach-words = Contado en este dispositivo a partir de los expedientes, solo para usted.
numbers-few = Demasiado pequeño para mostrarlo
# First screens of those without a caseload
first-provider = Expedientes compartidos con usted
first-provider-words = Puede leer los expedientes que supervisión compartió con usted, hasta el último día. Que abrió uno queda anotado para el equipo.
first-it = Dispositivos y relé
first-it-words = Usted cuida los dispositivos y el relé. Nada en este dispositivo puede abrir un expediente.
first-it-state = Ahora
first-relay = Relé
first-no-relay = Ninguno
first-connection = Este dispositivo
first-members = Personas en la agencia
first-devices = Dispositivos en uso
first-referrer = Le damos la bienvenida
first-referrer-words = Usted refiere personas a la agencia. Llame a un coach o a supervisión para referir a alguien: referir desde la aplicación no está en esta versión.
# Members: role, cover, leaving
member-left = Ya no está
cover-title = Cobertura
cover-words = Quien cubre lee a estas personas hasta el último día y puede escribir notas. Después cambian las llaves.
cover-by = Quién cubre
cover-missing = Elija quién cubre y el último día.
cover-go = Permitir la cobertura
cover-end-of = Terminar la cobertura de { $name }
split-title = Pasar personas
split-words = Elija coach para cada persona. Quien siga recibe toda la historia.
split-stay = Se queda aquí
split-go = Pasar como se eligió
role-title = Función
role-choice = Su función
role-go = Cambiar la función
leave = Dejó la agencia
leave-title = { $name } dejó la agencia
leave-keys = Se retiran todos los dispositivos de { $name } y cambian todas las llaves que tenía.
leave-wipes = Cuando uno de ellos se abra otra vez con conexión, entrega lo que no había enviado y después se borra.
leave-kept = Lo que { $name } escribió queda en los expedientes.
leave-people =
    { $count ->
        [0] No acompaña a nadie.
        [one] Una persona de { $name } queda con supervisión hasta que usted la pase a otra persona coach.
       *[other] { $count } personas de { $name } quedan con supervisión hasta que usted las pase a otra persona coach.
    }
leave-final = No se puede deshacer. Para volver necesita una invitación nueva.
leave-go = Terminar

## Un dispositivo que fue retirado, o que pasó demasiado tiempo sin contacto

removed-title = Este dispositivo fue retirado del equipo
removed-words = Su agencia dijo que este dispositivo se perdió o ya no se usa. Se borraron los expedientes de su equipo que había en él, y sus llaves. Aquí no se puede deshacer.
removed-whose = Solo se borró «{ $name }». Las demás personas de este dispositivo pueden seguir.
removed-kept = Lo que usted había escrito se entregó antes a su equipo. Su supervisor puede leerlo.
removed-left =
    { $count ->
        [one] 1 nota no se pudo entregar: no estaba terminada o el relé no la aceptó. Escríbala de nuevo de memoria.
       *[other] { $count } notas no se pudieron entregar: no estaban terminadas o el relé no las aceptó. Escríbalas de nuevo de memoria.
    }
removed-carried =
    { $count ->
        [one] 1 entrada de otra persona que viajaba con este dispositivo no se pudo entregar. El dispositivo de quien la escribió la conserva y la envía cuando vuelva a tener conexión.
       *[other] { $count } entradas de otras personas que viajaban con este dispositivo no se pudieron entregar. Los dispositivos de quienes las escribieron las conservan y las envían cuando vuelvan a tener conexión.
    }
removed-ask = Si es un error, o si necesita un dispositivo, llame a su supervisor.
removed-read = Ya lo leí
dismissed-words = Su agencia dijo que este dispositivo se perdió o ya no se usa. Entrega lo que usted escribió y después borra los expedientes que tiene. Ya no se muestra nada.
dismissed-waiting =
    { $count ->
        [one] 1 entrada espera para entregarse.
       *[other] { $count } entradas esperan para entregarse.
    }
dismissed-trying = Entregando lo que usted escribió…
calling-in = Consultando con su equipo…
away-title = Demasiado tiempo sin contacto
away-words = Su agencia bloquea un dispositivo que no llegó al equipo en { $days } días, por si se perdió. Todo lo que usted escribió está a salvo en él.
away-waiting =
    { $count ->
        [one] 1 entrada espera para enviarse. Se conserva.
       *[other] { $count } entradas esperan para enviarse. Se conservan.
    }
away-connect = Conéctese un momento a internet. Entonces se abre solo.
away-try = Intentar ahora
away-help = ¿Sin internet? Llame a su supervisor.
away-open = Abrir con este código
lease = Bloquear dispositivos sin contacto
lease-hint = Para toda la agencia. Un dispositivo que pasa tanto tiempo sin llegar al equipo se bloquea hasta que llegue, o hasta que un supervisor ayude por teléfono.
lease-waits = Espera al relé.
lease-never = Nunca
lease-days = Después de { $days } días

## La hoja de un dispositivo

group-extra = Una reunión más
group-extra-add = Agregar la reunión
group-off-written = Una persona canceló la reunión y otra anotó quién vino. Diga que sí hubo reunión, o quite a quienes anotó.
group-off-and-came = { $count }, aunque se canceló
group-fixed = Ya está anotado quién vino: la reunión ya no se cancela ni se cambia de día. Si está mal, quite eso primero.
group-differs = Su expediente dice otra cosa
group-differs-mend = Escribirlo en su expediente
group-differs-mend-of = Escribirlo en el expediente: { $name }
group-differs-reason = La hoja del grupo dice otra cosa
group-stays-began = Lo lee de todos modos: el grupo empezó con esta persona.
group-stays-reads-all = Lo lee de todos modos: quien supervisa lee todos los grupos.
group-failed-refused = El equipo cambió mientras tanto, y esto no se guardó. Lo que escribió sigue aquí.
group-failed-left = Quien iba a dirigirlo ya no está en el equipo. Elija a otra persona. Lo que escribió sigue aquí.
group-again = Intentar de nuevo
group-is-extra = Agregada
group-let-in-of = Dar acceso a { $name }
group-let-in-title = ¿Dar acceso a { $name }?
group-let-in-words = Desde entonces dirige el grupo y lee todo lo que está aquí, también lo de antes: nombres de pila, lo que se notó del grupo y cuántas personas vinieron.
group-let-in-yes = Dar acceso
group-not-in-it = Ya no está en el grupo
group-take-out-title = ¿Quitar el acceso a { $name }?
group-take-out-words = No leerá nada de lo que se escriba desde entonces. Lo que ya leyó, lo sabe.
group-take-out-began = Ya no dirige el grupo ni participa. Lo sigue leyendo, porque el grupo empezó con esta persona.
group-take-out-reads-all = Ya no dirige el grupo ni participa. Lo sigue leyendo, porque quien supervisa lee todos los grupos.
agenda-disagree = Dos dispositivos no coinciden en qué tan firme es
call-outs-words = Cuando alguien llama a un coach. Cada paso es un toque y guarda su hora, con señal o sin ella.
call-outs-open = En curso
call-outs-earlier = Anteriores
call-outs-none = Todavía no hay avisos
call-out-begin = Me llamaron para ver a alguien
call-out-no-site = Lugar sin indicar
call-out-called-at = Llamada: { $when }
call-out-response = De la llamada a la llegada: { $minutes }
call-out-choose = Sin indicar
call-out-taken-back = No fue un aviso
referral-who = Quién puede referir a { $program }: { $who }
referral-source = Quién refirió a la persona
referral-on = Día de la referencia
referral-declined-on = Dijo que no a una referencia el
referral-declined-hint = Solo si la persona no quiere que la refieran.
referral-legal-basis = Base legal
referral-legal-hint = Qué tiene que ver un tribunal o un agente, si es el caso.
referral-funder = Contrato o quién paga
referral-routes = Cómo califica: cada una que sea cierta
referral-wish = Pidió el programa de medicación el
referral-wish-hint = El día en que dijo que le gustaría.
referral-due = Hay que referir a más tardar: { $day }, a menos que la persona diga que no.
referral-late = Había que referir a más tardar: { $day }, y la persona no ha dicho que no.
referral-made = Referencia hecha: { $day }
referral-declined = Dijo que no a una referencia: { $day }
referrals-due = Referencias pendientes
# Grupos que se reúnen
groups-title = Grupos
group-is-off = No hay reunión: { $why }
group-write-down = Anote quién vino
part-peer = Participa como par
fits-to-me = Se pregunta a todos los coaches
# Lo que un coach ha vivido
lived-title = Lo que he vivido
lived-line = Solo para usted
lived-only-here = Solo en este dispositivo
lived-only-here-words = Nadie en su agencia puede leer esto y no se envía a ninguna parte. Tampoco está en sus otros dispositivos. Si este dispositivo se pierde o usted cierra la sesión, desaparece.
lived-words = Diga solo lo que quiera. Nada se usa hasta que usted lo diga.
lived-not-said = Sin decir
lived-may-match = Puede usarse en este dispositivo para avisarme cuando encaje con alguien
lived-may-tell = Me siento con ánimo de decirlo a un participante
fits-team-words = Se pregunta a todos los coaches por igual. El propio dispositivo de cada coach le dice solo a esa persona si puede ser para ella. Usted lee quién dice que sí y nunca lo que alguien ha vivido.
fits-ask = Preguntar a todos los coaches
fits-wishes = ¿Qué desea el participante de un coach? Elija hasta { $count }.
fits-no-names = No se envía nada sobre el participante: ni nombre ni palabras.
fits-of = ¿De quién cuenta la experiencia?
fits-of-own = La propia del coach
fits-of-loved = También la de un ser querido
fits-as-program = Como desea { $program }
fits-as-program-needs = Como exige { $program }
fits-wishes-missing = Elija lo que se desea.
fits-asked-now = Se pregunta a todos los coaches
fits-nobody-to-ask = Todavía no hay ningún coach a quien preguntar
fits-earlier = Lo que se preguntó
fits-earlier-empty = Todavía no se ha preguntado nada
fits-asked-by = { $by }, { $when }
fits-coaches = { $count ->
        [one] Se preguntó a un coach.
       *[other] Se preguntó a { $count } coaches.
    }
fits-yes-names = Les gustaría: { $names }
fits-nobody-yet = Todavía nadie ha dicho que sí.
fits-over = Ya no se busca a nadie
fits-end = Dejar de preguntar
fits-end-of = Dejar de preguntar: { $what }
fits-looks-for = { $by } busca un coach que haya vivido una de estas cosas
fits-own-counts = Se trata de su propia experiencia.
fits-loved-counts = También cuenta la de un ser querido.
fits-for-you = Esto puede ser para usted. Solo usted lo ve.
fits-tell = Se siente con ánimo de decir: { $what }
fits-keep = Se guarda para usted: { $what }
fits-yes-words = Si dice que sí, { $by } lee su nombre y nada más sobre usted. Cualquier coach puede decir que sí, haya vivido lo que haya vivido. Si no dice nada, nadie se entera.
fits-one-wish = Solo se pide una cosa, así que un sí puede entenderse como un sí a eso.
fits-yes = Me gustaría
fits-no = No es para mí
fits-said-yes = Dijo que sí. { $by } lee su nombre.
fits-take-back = Retirarlo
# Participantes que van juntos
ties-title = Familia con expediente propio
ties-words = Cada expediente sigue aparte. Un vínculo no permite a nadie leer lo que antes no podía leer.
tie-elsewhere = Alguien cuyo expediente usted no tiene
same-forgotten-apart = Esta persona tiene otro expediente, { $name }. Se conserva y se olvida por separado.
tie-add = Vincular con alguien
tie-who = ¿Con quién?
tie-who-hint = Solo personas cuyo expediente está en este dispositivo
tie-what = ¿Qué es de { $name }?
tie-choose = Elegir
tie-who-missing = Elija con quién.
tie-what-missing = Elija qué es.
tie-remove = Quitar el vínculo
tie-remove-of = Quitar el vínculo: { $name }
tie-remove-words = Ambos expedientes quedan como están. Solo se quita el vínculo.
say-of = Lo que { $name } quiere decir
say-page-words = Escríbanlo juntos, en sus propias palabras, para un médico, una trabajadora social, quien sea. La persona se lo lleva. Nadie lo envía y usted no informa de nada.
say-add = Escribir algo
say-change = Cambiar
say-empty = Todavía nada
say-empty-words = Pregunte qué cuesta decir y a quién.
say-to = ¿A quién?
say-to-hint = Por ejemplo, a mi médico o a mi trabajadora social
say-words = Lo que quiero decir
say-afraid = Lo que me da miedo
say-afraid-hint = No se imprime, si no lo eligen abajo. Su supervisor puede leerlo, como todo el expediente.
say-ask = Lo que pido
say-shows-afraid = Poner también en la hoja lo que me da miedo
say-shown-afraid = En la hoja
say-to-missing = Escriba a quién.
say-words-missing = Escriba lo que quiere decir.
say-state = ¿Ya se dijo?
say-paper-to = Para: { $name }
say-paper-foot = Estas son mis propias palabras. Las escribí junto con alguien en quien confío.
field-say-to = A quién
links-of = Con qué se puso en contacto a { $name }
links-words = De qué le habló y a qué le ayudó a llegar. Una vez, después de una semana, se le pregunta en qué quedó.
links-add = Anotar un contacto
links-empty = Todavía nada
links-directory = Del directorio
links-directory-none = Otra cosa
links-name = ¿Con qué?
links-name-missing = Escriba con qué.
links-on = ¿Qué día?
links-on-missing = Elija hoy o un día anterior.
field-linked-outcome = En qué quedó
sheet-title = Dispositivo perdido: { $device }
sheet-facts = Lo que se sabe
sheet-whose = De quién
sheet-device = Dispositivo
sheet-out = Retirado
sheet-out-by = Por { $name }, { $when } (entrada { $entry } de la lista)
sheet-missing = La hoja aún no está aquí, o no la firmó quien retiró el dispositivo.
sheet-heard = Último contacto antes de retirarlo
state-database = Base de datos
state-encrypted = Cifrada, cada página con ChaCha20-Poly1305 (SQLite3MC)
state-unknown = Este dispositivo nunca dijo cómo guarda lo que tiene.
state-lock = Bloqueo
state-lock-cost =
    Frase de acceso, Argon2id: { $memory } MiB y { $passes ->
        [one] 1 pasada
       *[other] { $passes } pasadas
    } por intento. No se sabe si también lo abre una llave de acceso.
state-pin = En uso. Solo abre el dispositivo cuando se bloqueó solo, 8 horas y 5 intentos como máximo, no tras un reinicio.
state-no-pin = Ninguno
state-passkey-title = Llave de acceso
state-passkey = En uso. Abre el dispositivo con la huella, la cara o el código del propio dispositivo.
state-said = Fuente
state-said-when = El propio dispositivo, firmado con su llave, { $when }
state-lease = Sin contacto
state-lease-days = Se bloquea solo tras { $days } días
state-lease-never = No se bloquea solo
sheet-people = Expedientes que tenía
sheet-people-count =
    { $count ->
        [one] 1 participante
       *[other] { $count } participantes
    }
sheet-not-arrived = No había llegado
sheet-not-arrived-count =
    { $count ->
        [0] Nada que otros conocieran. Lo que se escribió en él y nunca se envió no se sabe.
        [one] 1 entrada que otro dispositivo tenía. Lo que se escribió en él y nunca se envió no se sabe.
       *[other] { $count } entradas que otro dispositivo tenía. Lo que se escribió en él y nunca se envió no se sabe.
    }
late-title = Llegó después
late-words = El dispositivo entregó esto después de ser retirado. No es parte de los expedientes si usted no lo incorpora. Si no está segura o seguro de que sea cierto, pregunte a la persona de quien era.
late-written = Escrito { $written } según el reloj del dispositivo perdido, llegó { $arrived }.
late-corrects = Esto cambia un contacto que ya está en el expediente.
late-withdrawn = Esto se retiró y no se incorpora.
late-take = Incorporar al expediente
late-take-of = Incorporar al expediente de { $name }: { $when }
late-disputed = Mientras tanto alguien escribió otra cosa en el expediente. Al incorporarlo queda lo que se muestra arriba. Si lo otro es lo correcto, cámbielo después en el expediente.
late-taken = Incorporado por { $by }, { $when }.
late-taken-twice = Se incorporó más de una vez. Retire todos menos uno en el expediente.
late-taken-said = Incorporado al expediente
late-records-title = Más que llegó después
late-record-corrects = Esto cambia lo que está en el expediente.
late-needs-goal = Primero incorpore la meta a la que lleva.
late-what = Qué
late-what-discharge = Salió del hospital
late-what-intake = Ingreso
late-what-goal = Meta
late-what-step = Paso
late-what-barrier = Obstáculo
late-what-requirement = Algo que se le pide
late-tag-added = Etiqueta agregada
late-tag-removed = Etiqueta quitada
sheet-late-count =
    { $count ->
        [0] Nada hasta ahora
        [one] 1 entrada, apartada
       *[other] { $count } entradas, apartadas
    }
sheet-rotated = Llaves cambiadas
sheet-agency-key = La de la agencia
sheet-wipe = Borrado
sheet-wipe-words = Se borra cuando se abra otra vez con conexión. Todavía no ha dicho que lo haya hecho.
sheet-wiped =
    Dijo, con su propia firma, que entregó lo que tenía y se borró, { $when } según su reloj. Se supo aquí { $heard }. { $count ->
        [0] No quedó nada sin enviar.
       *[other] No pudo entregar: { $count }. Eso se borró con lo demás.
    } Un programa alterado podría decirlo y guardar una copia.
sheet-law = Si esta pérdida debe notificarse lo decide la persona encargada de privacidad (42 CFR 2.16; 45 CFR 164.400–414; guía de HHS sobre información no asegurada, 74 FR 19006). Esta hoja da hechos, no consejo legal.
sheet-ask-when = Se perdió el
sheet-ask-how = Dónde y cómo
sheet-ask-locked = ¿Bloqueado o apagado? ¿Quién sabía la frase de acceso?
sheet-ask-decided = Decisión, por quién, fecha
sheet-copy = Copiar como texto
sheet-copied = Copiado. Guárdelo solo donde puedan guardarse expedientes.
keep-title = Cuánto tiempo se conserva el expediente de { $name }
keep-through = Se conserva hasta el { $day }.
keep-over = Debía conservarse hasta el { $day }. Ese día ya pasó.
keep-hold = Una retención legal lo conserva, digan lo que digan las reglas.
keep-no-rule = Ninguna regla trata de este expediente. Se conserva.
keep-rules = Las reglas
keep-source = Fuente: { $source }
keep-not-checked = Nadie ha comparado todavía esta regla con su fuente. Consulte a un abogado antes de confiar en ella.
keep-stale = Es hora de revisar estas reglas. La ley puede haber cambiado.
hold-title = Retenciones legales
hold-by = { $author }, { $when }
hold-ended = Terminó: { $author }, { $when }. { $reason }
hold-set = Conservarlo: retención legal
hold-words = Mientras hay una retención, nadie puede hacer olvidar este expediente. El expediente muestra quién la puso y por qué.
hold-end = Terminar esta retención
hold-end-words = Después vuelven a contar las reglas. El expediente muestra quién terminó la retención y por qué.
hold-saved = La retención quedó anotada.
hold-end-saved = El fin de la retención quedó anotado.
forget-open = Olvidar a esta persona
said-no-words = { $name } dijo que no antes de entrar en algún programa.
said-no-then = Ya no corresponde nada. Quien supervisa lo ve y hace olvidar el expediente; lo que queda es uno más en una cuenta.
said-no-save = Sí, dijo que no
said-no-on = Dijo que no antes de inscribirse: { $day }
forget-title = ¿Olvidar a { $name }?
forget-words-gone = Todo sobre { $name } se borra en cada dispositivo del equipo y en el relé: notas, contactos, nombres, llaves.
forget-words-back = Nadie puede recuperarlo.
forget-words-late = Un dispositivo sin señal olvida en cuanto se entera. Lo escrito en él que nunca se envió espera a quien lo escribió.
forget-words-stays = Lo que queda: un número sin nombre, quién lo ordenó, cuándo y por qué.
forget-why = Por qué
forget-why-missing = Elija por qué.
forget-sure = Entiendo que nadie puede recuperarlo.
forget-sure-missing = Marque que lo entiende.
forget-go = Olvidar para siempre
forget-done = Olvidado en este dispositivo. Los demás siguen.
forgetting-title = Conservar y olvidar
forgetting-due = El plazo terminó
forgetting-due-words = Las reglas ya no conservan estos expedientes. Nada se borra por sí solo.
forgetting-due-empty = Ningún expediente ha pasado su plazo
forgetting-due-line = Con { $coach }. Se conservaba hasta el { $day }.
forgetting-said-no-line = { $coach }. Dijo que no antes de inscribirse: { $day }
forgetting-declined =
    { $count ->
        [one] 1 persona dijo que no y fue olvidada. No se sabe nada más de ella.
       *[other] { $count } personas dijeron que no y fueron olvidadas. No se sabe nada más de ellas.
    }
forgetting-held = Retención legal
forgetting-orders = Certificados
forgetting-orders-empty = Todavía no se ha olvidado a nadie
certificate-number = Expediente { $number }
certificate-by = Orden de { $author }, { $when }. { $reason }.
certificate-complete = Completo: todos los dispositivos confirmaron y tienen llaves nuevas
certificate-waits = { $count ->
    [one] Un dispositivo no ha confirmado
   *[other] { $count } dispositivos no han confirmado
}
certificate-here = Un dispositivo con algo que nunca se envió, o con una retención legal, todavía lo tiene.
certificate-relay-yes = El relé tiene la orden y destruyó sus copias.
certificate-relay-no = El relé todavía no tiene la orden.
certificate-device-yes = { $member }, { $device }: confirmó { $when }
certificate-device-no = { $member }, { $device }: sin confirmar
certificate-late = { $count ->
    [one] Una entrada posterior no se aceptó.
   *[other] { $count } entradas posteriores no se aceptaron.
}
certificate-remains = Lo que esto no demuestra: la hoja de rescate, un enlace que alguien guardó y un dispositivo perdido abren una copia de seguridad anterior del relé. También queda lo que alguien haya copiado.
certificate-keys-old = Las llaves de estos dispositivos todavía abren una copia de seguridad anterior del relé. Unas llaves nuevas lo terminan.
certificate-keys-renewing = { $count ->
    [one] Ya hay llaves nuevas. Un dispositivo todavía tiene las anteriores.
   *[other] Ya hay llaves nuevas. { $count } dispositivos todavía tienen las anteriores.
}
certificate-keys-new = Ningún dispositivo tiene una llave que abra una copia de seguridad anterior del relé.
renew-keys = Dar llaves nuevas
renew-keys-words = Con llaves nuevas, las llaves de sus dispositivos ya no abren copias de seguridad anteriores del relé. Hágalo una vez, después de todas las personas que quiera olvidar. Cada dispositivo participa cuando vuelva a tener conexión.
renew-keys-done = Las llaves cambian en cuanto se pueda avisar al relé.
certificate-copy = Copiar certificado
certificate-copied = Copiado. Puede pegarlo en un documento e imprimirlo.
certificate-proof = Orden firmada (hexadecimal)
# Reglas propias de conservación
rules-own = Reglas de su agencia: { $id } { $version }
rules-app = Reglas que vienen con la aplicación: { $id } { $version }
rules-set = Las puso en vigor { $author }, { $when }
rules-review = Hay que revisarlas después del { $day }
rules-next = Hay otras reglas puestas que valen desde el { $day }.
rules-unreadable = Su agencia tiene reglas que esta versión de la aplicación no puede leer. Actualice la aplicación. Hasta entonces, aquí ningún expediente cuenta como pasado de plazo.
rules-open = Poner las reglas de su agencia
rules-title = Reglas de su agencia
rules-words = Cargue un archivo con las reglas que sigue su agencia. Antes de que valga nada, ve qué cambiaría y para quién. Las reglas por sí solas no borran nada.
rules-lawyer = Pregunte antes a un abogado. La guía retention-rules.md dice cómo se escribe un archivo así.
rules-file = Elegir un archivo de reglas
rules-file-hint = JSON, hasta 64 KB
rules-paste = O pegue su texto
rules-look = Mostrar qué cambiaría
rules-look-app = Ver las reglas de la aplicación
rules-not-text = Este archivo no es texto. Las reglas son un archivo JSON.
rules-looked-at = Si valen estas reglas
rules-of-app = Si valen las reglas de la aplicación
rules-which = { $id } { $version }, desde el { $day }
rules-earlier = { $count ->
    [0] A nadie se podría olvidar antes que ahora
    [one] A una persona se la podría olvidar antes que ahora
   *[other] A { $count } personas se las podría olvidar antes que ahora
}
rules-later = { $count ->
    [0] Ningún expediente se conservaría más tiempo que ahora
    [one] El expediente de una persona se conservaría más tiempo que ahora
   *[other] Los expedientes de { $count } personas se conservarían más tiempo que ahora
}
rules-due = { $count ->
    [0] Nadie pasaría de plazo enseguida
    [one] Una persona pasaría de plazo enseguida
   *[other] { $count } personas pasarían de plazo enseguida
}
rules-same = { $count ->
    [one] Para una persona no cambia nada
   *[other] Para { $count } personas no cambia nada
}
rules-change = Con { $coach }. Se conserva hasta: ahora { $before }, después { $after }.
rules-never = sin fin
rules-more = { $count ->
    [one] Cambia una más que no está en la lista.
   *[other] Cambian { $count } más que no están en la lista.
}
rules-sure = Estas reglas deben valer para toda la agencia.
rules-sure-missing = Marque que deben valer para toda la agencia.
rules-put = Poner en vigor estas reglas
rules-done = Las reglas ya valen. Los demás dispositivos las reciben con el próximo contacto.
rules-faults = Estas reglas todavía no se pueden usar:
rules-fault-large = Es más texto del que necesitan unas reglas. Como máximo 64 KB.
rules-fault-json = Esto no es JSON. No se puede leer desde la línea { $line }, carácter { $column }.
rules-fault-unknown = Línea { $line }, carácter { $column }: las reglas no tienen ningún campo «{ $text }».
rules-fault-missing = Antes de la línea { $line }, carácter { $column }: falta el campo «{ $text }».
rules-fault-value = Línea { $line }, carácter { $column }: aquí no puede estar «{ $text }». Los números son enteros y no menores que cero; los días se escriben como 2026-11-30.
rules-fault-format = Estas reglas se escribieron para una versión más nueva de la aplicación. Actualice la aplicación.
rules-fault-none = No contiene ninguna regla.
rules-fault-review = El día de la revisión (review_by) es anterior al primer día (valid_from).
rules-fault-id = Regla { $line }: «{ $text }» no puede ser un identificador. Use letras minúsculas, dígitos y guiones, 40 como máximo.
rules-fault-text = Regla { $line } ({ $text }): falta un texto en inglés o en español, o la fuente.
rules-fault-time = Regla { $line } ({ $text }): no conserva los expedientes ningún tiempo, o más de 100 años.
rules-fault-twice = Regla { $line } ({ $text }): hay otra con el mismo identificador y el mismo primer día.
rules-fault-checked = Regla { $line } ({ $text }): está marcada como verificada. Diga qué día se comprobó (checked_on).
program-not-in-use = Un ejemplo, no está en uso
program-missing = Aquí ya no hay ningún programa.
program-changes = Cambios de su agencia
program-from = Desde: { $day }
program-disagree = Dos personas lo cambiaron de distinta manera. Cámbielo otra vez para aclararlo.
program-part-duty = Lo que toca: { $id }
program-part-phase = Fase: { $id }
program-part-site = Lugar: { $id }
program-part-eligibility = Quién puede participar
program-part-referral = Quién puede referir
program-part-matching = Cómo se asignan los coaches
program-part-work = Cómo trabajan los coaches
program-part-status = Si está en marcha
program-part-partner = Organización asociada: { $id }
program-part-funder = Quien lo paga: { $id }
program-duties = Lo que toca
program-duties-none = Nada más que lo que toca a todas las personas.
program-every-day = Cada día
program-value = { $what }: { $number }
program-step =
    { $every ->
        [one] Paso { $step }: contacto cada día
       *[other] Paso { $step }: contacto cada { $every } días
    }
program-step-for =
    { $every ->
        [one] Paso { $step }: contacto cada día
       *[other] Paso { $step }: contacto cada { $every } días
    }, { $days ->
        [one] durante 1 día
       *[other] durante { $days } días
    }
program-field-every-days = Días entre contactos
program-field-days = Días que dura
program-field-months = Meses que dura
program-field-lead-days = Días de antelación con que se muestra
program-field-judge-after-days = Días hasta que alguien juzga si puede terminar
program-field-step-every = Paso { $step }: días entre contactos
program-field-step-for = Paso { $step }: días que dura
program-change = Cambiar los números
program-from-label = Desde este día
program-number = Escriba números enteros.
program-look = Ver qué cambiaría
program-as-text = Todo el programa como texto
program-as-text-words = Para lo que los campos de arriba no ofrecen. Vea qué cambiaría antes de ponerlo en uso.
program-text = Programa, JSON
program-phases = Fases
program-eligible = Quién puede participar
program-partners = Organizaciones asociadas
program-funders = Quién paga
program-started = { $status }, desde { $started }
program-sites = Lugares
program-site-planned = Previsto
program-site-opens = Desde: { $day }
program-intercept = Intercepción { $number }
program-preview = Qué cambiaría
program-preview-people = { $count ->
    [0] Nadie en este dispositivo está en este programa.
    [one] { $count } persona en este dispositivo está en este programa.
   *[other] { $count } personas en este dispositivo están en este programa.
}
program-preview-nobody = Hoy no cambia nada para nadie.
program-preview-how = Cuando esté en uso, escriba su nombre en los datos de quien participe.
program-newly = Nuevo: { $what }
program-no-longer = Ya no: { $what }
program-other-days = En otros días: { $what }
program-of-coach = Con { $coach }
program-put = Poner este programa en uso
program-put-change = Poner este cambio en vigor
program-done = Hecho. Los otros dispositivos lo reciben con el próximo contacto.
program-fault = Todavía no se puede usar:
program-fault-large = Es más texto del que necesita un programa. Como máximo 64 KB.
program-fault-json = No se puede leer en la línea { $number }, carácter { $column }: { $detail }
program-fault-format = Este programa se escribió para una versión más nueva de la aplicación. Actualice la aplicación.
program-fault-text = Falta un texto en inglés o en español: { $part }
program-fault-id = «{ $part }» no puede ser un identificador. Use letras minúsculas, dígitos y guiones, 40 como máximo.
program-fault-twice = Esto aparece dos veces: { $part }
program-fault-unknown = { $part } nombra «{ $detail }», que no está en el programa.
program-fault-incomplete = A { $part } le falta: { $detail }
program-fault-foreign = { $part } tiene «{ $detail }», que los de su clase no tienen.
program-fault-bounds = { $part }, { $detail }: un número entero de 1 a { $number }.
program-fault-day = «{ $part }» no es un año, un mes ni un día. Escriba 2016, 2017-08 o 2018-05-01.
program-fault-ends = Termina antes de empezar: { $part }
program-fault-nobody = No nombra a nadie: { $part }
call-out-title = Aviso
call-out-called = Llamada recibida
call-out-accepted = Llamada aceptada
call-out-on-my-way = En camino
call-out-arrived = Llegada
call-out-offered = Ofrecimiento hecho
call-out-left = Salida del lugar
call-out-take-accepted = Yo voy
call-out-take-on-my-way = Voy en camino
call-out-take-arrived = Ya estoy con la persona
call-out-take-offered = Hice el ofrecimiento
call-out-take-left = Ya me fui
call-out-times = Horas
call-out-not-yet = Todavía no
call-out-correct = Corregir
call-out-correct-of = Corregir: { $step }
call-out-fill-in = Anotar
call-out-fill-in-of = Anotar: { $step }
call-out-written-later = Anotado: { $when }
call-out-time-words = ¿Cuándo fue en realidad? Se muestra que se anotó después.
call-out-undo-step = No ocurrió
call-out-answer = Su respuesta
call-out-answer-words = A menos que diga que sí o pida que le llamen después, no se guarda nada sobre la persona, y se borra lo que usted escribió abajo.
call-out-answer-accepted = Sí, quiere el apoyo
call-out-answer-call-back = Ahora no, llamar después
call-out-answer-declined = No, gracias
call-out-answer-asleep = Está durmiendo
call-out-answer-unable = No puede responder
call-out-answer-left-early = Se fue antes del ofrecimiento
call-out-answer-not-met = No llegué a ver a la persona
call-out-chosen = Elegido: { $answer }
call-out-no-answer = Quitar la respuesta
call-out-finished = Listo. No se guardó nada sobre la persona, solo cuándo y adónde le llamaron y en qué quedó.
call-out-joined = Dijo que sí. Su visita está en su expediente.
call-out-elsewhere = Su expediente ya no está en este dispositivo.
call-out-name-them = Indicar quién es
call-out-stay = Con la persona: { $minutes }
call-out-about = Dónde, y quién llamó
call-out-other-site = Otro lugar
call-out-place = Qué lugar
call-out-caller = Quién llamó
call-out-notes = Para recordar
call-out-notes-hint = Queda solo en este teléfono. Si dice que sí, será la nota de su visita. Si no, se borra.
call-out-conflict-words = Dos de sus dispositivos dicen cosas distintas. Se guardan las dos hasta que usted elija.
call-out-erase = ¿Borrar lo que escribió?
call-out-erase-words = Escribió algo para acordarse. Con esto se borra, y nadie lo puede recuperar.
call-out-erase-go = Borrar y seguir
call-out-take-back = Esto no fue un aviso
call-out-taken-back-words = Se marcó que no fue un aviso. No cuenta en ningún lado.
call-out-restore = Sí lo fue
plan-title = Plan
plan-of = Plan: { $name }
plan-goals = Metas
plan-goals-empty = Aún no hay metas
plan-goals-empty-words = Pregúntele cómo quiere que sea su vida. Escríbalo con sus palabras.
plan-requirements = Lo que se le pide
plan-requirements-words = Lo que le pide un tribunal, un programa u otra persona. Usted ayuda. Usted no vigila.
plan-barriers = Lo que estorba
plan-barriers-words = En la persona o a su alrededor. Buscan juntos una salida.
plan-add-step-to = Agregar un paso a: { $goal }
plan-dimension = Parte de la vida
plan-area = De qué se trata
plan-area-missing = Elija de qué se trata la meta.
plan-origin = ¿De quién es la meta?
plan-court-words = Usted ayuda. Usted nunca informa sobre esto.
plan-scope = ¿Dónde está?
plan-scope-missing = Elija dónde está el obstáculo.
plan-source = ¿Quién lo pide?
plan-source-hint = Como el tribunal, el programa o el dueño de la vivienda
plan-due-label = Para cuándo, si hay un día
plan-help = Lo que usted hace
plan-help-none = Nada, es de la persona
plan-standing = Cómo va
plan-history = Lo que decía antes
plan-from = Lo pide: { $source }
plan-due = Para: { $day }
plan-since = { $standing }: { $day }
plan-mark-done = Marcar como hecho
plan-mark-reached = Marcar como alcanzada
plan-mark-removed = Marcar como superado
plan-done-of = Marcar como hecho: { $what }
plan-reached-of = Marcar como alcanzada: { $what }
plan-removed-of = Marcar como superado: { $what }
field-plan-words = Palabras
# The page to take along
required-open = Hoja para llevar
required-title = Lo que se le pide
required-language = Idioma de la hoja
required-name = Poner { $name } en la hoja
required-print = Imprimir
required-for = Para { $name }
required-words = Estas son cosas que otras personas le piden. Si algo no está claro, pregunte. Está bien pedir ayuda con cualquiera de ellas.
required-none = Ahora no se le pide nada
required-as-of = Al { $day }
# Half a year after coming in
milestone-housed = Vivienda estable ese día
milestone-not-housed = Sin vivienda estable ese día
milestone-in-work = Trabajo, escuela o capacitación ese día
milestone-not-in-work = Sin trabajo, escuela ni capacitación ese día
half-year-title = A los seis meses
half-year-words = Cómo vive la persona medio año después de llegar. Cuenta lo que se anota de un día como mucho 30 días antes o después. No tiene que decirlo.
half-year-of = Llegó: { $came }. Seis meses después: { $day }
half-year-home = Una vivienda estable
half-year-home-words = Un lugar donde puede quedarse: propio, con familia o amistades, o una casa de recuperación. No un albergue, la calle, unas noches en un sofá, un hospital ni la cárcel.
half-year-work = Trabajo, escuela o capacitación
half-year-work-words = Un trabajo pagado de las horas que sean, una escuela, o capacitación para trabajar.
half-year-yes = Sí: { $day }
half-year-no = No: { $day }
half-year-both = Están anotados el sí y el no: { $day }. Marque uno como no válido en Fechas importantes.
half-year-not-said = Sin anotar
half-year-write = Anotarlo
half-year-write-of = Anotarlo: { $what }
half-year-question = ¿Cómo era ese día?
half-year-day = ¿Qué día?
half-year-missing = Elija una de las dos.
half-year-day-wrong = Elija un día como mucho 30 días antes o después de los seis meses. No puede ser del futuro.
# Recovery capital
barc10-title = Capital de recuperación
barc10-open = Diez frases (BARC-10)
barc10-empty = Aún sin responder
barc10-empty-words = Diez frases sobre lo que le ayuda en su recuperación. Muchos preguntan al comienzo y después cada uno a tres meses.
barc10-theirs = Responde la persona misma. Dele el teléfono o léale cada frase en voz alta. No responda por ella.
barc10-scale = ¿Cuánto está de acuerdo? 1 es muy en desacuerdo, 6 es muy de acuerdo.
barc10-translated = Esta es una traducción de quienes hacen esta aplicación. No se ha puesto a prueba como la versión en inglés.
barc10-disagree = Muy en desacuerdo
barc10-agree = Muy de acuerdo
barc10-least = 1, muy en desacuerdo
barc10-most = 6, muy de acuerdo
barc10-day-label = Día de las respuestas
barc10-clear = Borrar
barc10-clear-of = Borrar la respuesta a la frase { $number }
barc10-left =
    { $count ->
        [one] Queda 1 frase. Puede dejarse sin responder; entonces no hay total.
       *[other] Quedan { $count } frases. Pueden dejarse sin responder; entonces no hay total.
    }
barc10-source = BARC-10, Vilsaint y otros, 2017. De uso libre.
barc10-day = Día
barc10-total = Total
barc10-change = Cambio
barc10-part = { $count } de 10
barc10-void = Marcar respuestas como no válidas
barc10-void-of = Marcar como no válido: respuestas del { $day }
barc10-curve =
    Capital de recuperación, { $count ->
        [one] 1 total
       *[other] { $count } totales
    }. El primero es { $first }, el último es { $last }. La tabla de abajo los tiene todos.
barc10-cut-off = De 10 a 60. En un estudio, { $total } o más fue de la mano de más de un año de recuperación estable. No dice nada sobre una sola persona; de lo que conviene hablar es del cambio.
# Personas alrededor
around-title = Personas a su alrededor
around-of = Personas alrededor de { $name }
around-add = Agregar a alguien
around-change = Cambiar
around-circle = Círculo de apoyo
around-circle-empty = Nadie todavía
around-circle-empty-words = Pregunte quién le hace bien y a quién llamaría en un día difícil.
around-professionals = Profesionales
around-professionals-words = En cada sistema, con quién trata. Pregunte antes de hablar con alguien: un consentimiento firmado dice qué se puede contar.
around-lapsed-words = Esto no cambia nada entre ustedes.
around-since = desde { $day }
around-call-of = Llamar a { $name }
around-words = Conviene saber
around-words-hint = Por ejemplo, cuándo está o por quién más preguntar
around-link = ¿Cómo está el contacto entre ambos?
around-name-missing = Escriba un nombre.
around-relation-missing = Elija quién es.
field-around-name = Nombre
field-around-link = Contacto
field-around-relation = Quién es
# Lo que ayuda cerca
resources-title = Lo que ayuda cerca
more-resources-words = Lugares y números, también sin señal
resources-search = Buscar por nombre, lugar o palabras
resources-kind = En qué ayuda
resources-all = Todo
resources-empty = Todavía no hay nada
resources-empty-words = Reuniones, albergues, clínicas, transporte: agregue lo que suele recomendar y todo el equipo lo tendrá.
resources-none = No se encontró nada
resources-none-words = Pruebe otra palabra, o todo.
resources-add = Agregar un lugar o número
resource-kind-missing = Elija en qué ayuda.
resource-not-yet = Elija hoy o un día anterior.
resource-address = Dónde está
resource-words-hint = Horario, para quién, cómo entrar
resource-peers = Tiene pares
resource-peers-hint = Dónde y para quién; si los hay
resource-peers-are = Pares: { $peers }
resource-verified-on = Última comprobación
resource-verified = Comprobado: { $day }
resource-look-again = Volver a comprobar
resource-still-right = Sigue correcto
resource-still-right-of = Sigue correcto: { $name }
resource-closed = Ya no existe
resource-disagree = { $field }: dos personas escribieron cosas distintas. Ambas se conservan hasta que elija una.
field-called = Nombre
field-helps-with = En qué ayuda
field-address = Dónde está
field-peers = Pares
field-closed = Ya no existe
groups-words = Grupos que usted dirige, supervisa o en los que participa.
more-groups-words = Cuándo se reúnen, quién vino, cuántos
groups-empty = Todavía no hay grupos
groups-empty-words = Diga cuándo se reúne un grupo y quién lo dirige. Después se anota en pocos toques quién vino.
groups-empty-ask = Aquí se muestran los grupos que usted dirige o en los que participa. Los empieza una persona supervisora.
group-waiting = { $name } estará aquí en cuanto haya señal.
group-choose = Elija
group-add = Empezar un grupo
group-change = Cambiar el grupo
group-next = Próxima: { $when }
group-no-next = No hay ninguna reunión prevista.
group-ended = Ya no se reúne
group-led-by = Dirige: { $names }
group-name = ¿Cómo se llama?
group-whom = ¿Para quién es?
group-whom-hint = Las personas que vienen no necesitan expediente aquí.
group-with = ¿Quién del equipo está en él?
group-part = ¿Como qué?
group-member-missing = Elija quién lo dirige o participa.
group-days-missing = Elija al menos un día de la semana.
group-at-wrong = Revise la hora.
group-minutes-missing = Diga cuánto dura.
group-meets = Cuándo se reúne
group-meets-from = Desde { $day }
group-how = ¿Con qué frecuencia?
group-how-weeks = Por semanas
group-how-weekday = Un día de la semana de cada mes
group-how-day = Un día de cada mes
group-days = ¿Qué días?
group-weeks = ¿Cada cuántas semanas? 1 es cada semana
group-nth = ¿Cuál del mes?
group-day = ¿Qué día del mes?
group-at = Empieza a las
group-minutes = Minutos
group-zone = ¿Según qué reloj?
group-zone-hint = Mantiene esta hora en los cambios de reloj de primavera y otoño.
group-from = El primer día
group-from-change = Vale desde
group-ends = El último día
group-ends-hint = Vacío mientras siga.
group-rests = En pausa por ahora
group-span = { $from } a { $to }
group-your-clock = Según su reloj: { $when }
group-holiday = Día festivo
group-is-moved = Cambiada
group-takes-place = Sí hay reunión
group-off-or-not = ¿Hay reunión?
group-off-or-move = Cancelarla o cambiarla
group-on-again = Sí hay reunión
group-when = Cuándo
group-move = Cambiarla
group-move-back = Como estaba prevista
group-move-day = Día
group-upcoming = Próximas
group-who-came = Quién vino
group-came = Vinieron
group-so-far = { $count }, sin terminar
group-not-written = Sin anotar
group-trend =
    { $count ->
        [one] Una reunión: { $average } personas
       *[other] { $count } reuniones: { $average } personas en promedio, { $most } como máximo
    }
group-heads =
    { $count ->
        [0] Todavía no hay nadie anotado
        [one] 1 persona
       *[other] { $count } personas
    }
group-others-came =
    { $count ->
        [one] Vino una persona más, que acompaña otro coach.
       *[other] Vinieron { $count } personas más, que acompaña otro coach.
    }
group-others =
    { $count ->
        [one] Una más, que acompaña otro coach.
       *[other] { $count } más, que acompaña otro coach.
    }
group-search = Otra persona suya
group-search-none = Nadie suyo con ese nombre. Abajo basta un nombre de pila.
group-was-here = Vino
group-was-missed = No estuvo
group-expected = Suele venir
group-mistake = Marcado por error
group-twice = Dos de ustedes lo anotaron: su expediente lo tiene dos veces
group-twice-reason = Anotado dos veces
group-once = Dejar uno
group-once-of = Dejar uno: { $name }
group-first-name = Alguien sin expediente
group-first-name-hint = Un nombre de pila o una inicial, solo para esta vez. No se abre expediente.
group-first-name-add = Agregar el nombre
group-more = ¿Y cuántas personas más?
group-remove = Quitar
group-remove-of = Quitar a { $name }
group-all-written = Todas las personas están anotadas
group-done = { $name } anotó a todas las personas: { $when }
group-reopen = Falta alguien
group-missed-title = ¿No estuvieron?
group-missed-words = Entonces su expediente lo dice y se les debe un contacto.
group-missed-yes = No estuvieron
group-too-early = Quién vino se puede anotar desde dos horas antes de que empiece.
group-seen = Cómo estuvo el grupo
group-saw = ¿Qué notó?
group-saw-hint = Sobre el grupo entero. No está en el expediente de nadie.
group-staff = Quién del equipo
group-staff-waits = Un cambio de quién lee este grupo espera la señal.
group-let-in = Dar acceso a alguien
group-let-in-hint = Leerá todo lo que está aquí. Solo lo leen quienes lo dirigen, participan o supervisan.
group-take-out = Quitar el acceso
group-take-out-of = Quitar el acceso a { $name }
group-regulars = Suelen venir
group-regulars-words = A quien falte una vez se le debe un contacto.
group-regular-add = Alguien suyo que suele venir
group-no-regular = Ya no
group-no-regular-of = { $name } ya no suele venir
part-leads = Lo dirige
part-away = No estuvo
off-holiday = Festivo
off-weather = El clima
off-nobody-leads = Nadie puede dirigirlo
off-place = No hay lugar
off-other = Otro motivo
zone-here = La de este dispositivo
zone-eastern = Hora del Este
zone-central = Hora del Centro
zone-mountain = Hora de la Montaña
zone-pacific = Hora del Pacífico
zone-alaska = Hora de Alaska
zone-hawaii = Hora de Hawái
zone-arizona = Hora de Arizona
zone-atlantic = Hora del Atlántico
nth-first = primer
nth-second = segundo
nth-third = tercer
nth-fourth = cuarto
nth-last = último
rhythm-weekly = Cada { $days }
rhythm-weeks = Cada { $weeks } semanas: { $days }
rhythm-month-weekday = El { $nth } { $weekday } de cada mes
rhythm-month-day = El día { $day } de cada mes
rhythm-rests = En pausa
rhythm-newer = Solo una versión más nueva de la aplicación puede mostrar cuándo.
calendar-of = Citas de { $name }
calendar-empty = Todavía no hay nada con fecha
calendar-empty-words = Anote la próxima cita: tribunal, dentista, una primera reunión. Funciona sin señal.
calendar-done = Anteriores
calendar-intake = Ingreso a tratamiento: { $status }
calendar-required = Se pide: { $what }
calendar-step = Paso: { $what }
calendar-appointment = Cita
calendar-saved = Guardado como archivo.
calendar-export = Al calendario de mi teléfono
calendar-export-count =
    { $count ->
        [0] No hay ninguna cita próxima a la que usted vaya.
        [one] Una cita próxima a la que usted va.
       *[other] { $count } citas próximas a las que usted va.
    }
calendar-export-outside = El calendario de un teléfono está fuera de Handrail: pueden leerlo quienes usan el teléfono y quien le guarda el calendario. Allí no va ningún nombre completo. El registro de accesos dice que usted hizo un archivo, no de quién.
calendar-export-says = ¿Qué puede decir el calendario?
calendar-export-initials = Qué es, con iniciales
calendar-export-place = Decir también dónde
calendar-export-make = Hacer el archivo
calendar-export-save = Guardar el archivo
appointment-add = Nueva cita
appointment-change = Cambiar la cita
appointment-moved = Se cambió de fecha
appointment-do-for = { $what }: cita de { $name }
appointment-whom = ¿Con quién?
appointment-whom-choose = Elegir
appointment-kind = ¿Qué es?
appointment-kind-missing = Elija qué es.
appointment-day-missing = Elija el día.
appointment-time-missing = Revise la hora.
appointment-time = Hora, si se sabe
appointment-directory = Lugar del directorio
appointment-place-none = Ninguno
appointment-words-hint = Por ejemplo, qué llevar o por qué entrada
appointment-two-times = Dos personas anotaron horas distintas: { $times }
field-along = ¿Quién va también?
field-ride = ¿Cómo llega?
field-upshot = Cómo fue
upshot-reopen = No fue así
group-failed = No se pudo empezar { $name }
late-rest-title = También llegó después
late-rest-words = Esto queda apartado y no se puede incorporar con un toque. Si debe estar en un expediente, pregunte de quién era el dispositivo y escríbalo allí.
late-rest-unread =
    { $count ->
        [one] 1 entrada que no se puede leer aquí
       *[other] { $count } entradas que no se pueden leer aquí
    }

## Algo no va bien

off-words = Con un toque se enteran sus supervisores. No tiene que estar seguro y no decide nada.
off-after = Puede agregar palabras después. A la persona no se le envía nada.
off-before = Dicho antes
off-whom = O sobre alguien
off-struggling = Lo está pasando mal
off-struggling-hint = Usted lo nota, aunque no haya pasado nada.
off-risk = Puede estar en peligro
off-risk-hint = Si es ahora, llame primero al 911.
off-child = Un niño puede estar en peligro
off-child-hint = Su supervisor y la clínica siguen desde aquí. Si la ley le pide denunciar, puede hacerlo.
off-confided = Contado en confianza
off-confided-hint = Violencia en casa u otra cosa que no debe verse. Las listas no lo nombran.
off-work = Sobre mí y el trabajo
off-work-hint = Usted, sus límites, cómo va todo. Pueden leerlo sus supervisores y quien le cubra.
off-list-title = Preocupaciones
off-list-words = Lo que usted dijo que no iba bien y qué salió de ello.
off-list-words-supervisor = Lo que vieron los coaches. Diga que lo ve, decida y haga que se le diga a la persona.
off-open = Esperando
off-none-open = No hay nada esperando
off-earlier = Antes
off-choose-one = Elija uno a la izquierda
off-reports = Denunciado por miembros por su cuenta
off-reported-by = { $by } llamó a una línea, { $when }
off-aside = Apartado
off-aside-words = Lo escribió alguien cuya función no permite escribirlo. No cuenta. Pregúntele: su aplicación puede estar cambiada.
off-aside-unknown = un dispositivo desconocido
off-your-turn = Le toca a usted
off-waits =
    { $count ->
        [0] Espera desde hace menos de un minuto
        [one] Espera desde hace 1 minuto
       *[other] Espera desde hace { $count } minutos
    }
off-waits-hours =
    { $count ->
        [one] Espera desde hace 1 hora
       *[other] Espera desde hace { $count } horas
    }
off-waits-days =
    { $count ->
        [one] Espera desde hace 1 día
       *[other] Espera desde hace { $count } días
    }
off-seen-after =
    { $count ->
        [0] Visto en menos de un minuto
        [one] Visto por primera vez después de 1 minuto
       *[other] Visto por primera vez después de { $count } minutos
    }
off-seen-after-hours =
    { $count ->
        [one] Visto por primera vez después de 1 hora
       *[other] Visto por primera vez después de { $count } horas
    }
off-seen-after-days =
    { $count ->
        [one] Visto por primera vez después de 1 día
       *[other] Visto por primera vez después de { $count } días
    }
off-two-decisions = Dos decisiones
off-two-decisions-words = Dos supervisores decidieron sin saber uno del otro. Decida de nuevo para resolverlo.
off-stage-raised = Aún no visto
off-stage-seen = Visto
off-stage-decided = Decidido, falta decirlo
off-stage-done = Hecho
off-stage-back = Retirado
off-next = Qué pasa ahora
off-next-clinic = La clínica hablará con la persona.
off-next-supervisor = { $by } hablará con la persona.
off-next-visit = Alguien irá a ver cómo está.
off-next-go-on = Siga como antes. Hizo bien en decirlo.
off-next-other = { $by } se ocupa de ello.
off-was-told = { $by } se lo dijo, { $when }.
off-to-tell-clinic = Se lo dice la clínica. Usted no tiene que hacerlo.
off-to-tell-supervisor = Se lo dice un supervisor. Usted no tiene que hacerlo.
off-seen-by = { $by } lo vio, { $when }.
off-nobody-yet = Aún no se sabe que alguien lo haya visto. Si no puede esperar, llame.
off-nobody-asked = No hay ningún supervisor que lea esto. Llame.
off-asked = Se le pide ahora a: { $names }.
off-asked-next = Si nadie responde, se le pide luego a { $by }, { $when }.
off-all-asked = Ya se les pidió a todos. Llame a uno de ellos.
off-known-here = Está guardado aquí. No se sabe que haya salido de este dispositivo.
off-known-sent = Se envió. Ningún dispositivo de un supervisor ha dicho aún que lo tiene.
off-known-reached = Está en el dispositivo de un supervisor. Eso no quiere decir que alguien lo haya leído.
off-said = Lo que se dijo
off-more = Agregar palabras
off-more-hint = Lo que vio u oyó. No hace falta explicarlo.
off-more-save = Agregar
off-take-back = Retirar
off-take-back-words = Se puede seguir leyendo, con el motivo, y ya no se le pide a nadie.
off-back-reason = Retirado: { $reason }
off-no-rule = No hay ninguna regla escrita para llamadas y mensajes.
off-ask-rule = Pregunte cómo es seguro comunicarse: a qué horas, sin buzón de voz, quién más ve el teléfono.
off-set-rule = Escribir la regla
off-open-person = Abrir { $name }
off-see = Lo veo
off-see-of = Lo veo: { $name }
off-decide = Decidir
off-decide-again = Decidir de nuevo
off-action = ¿Qué se hace?
off-action-clinic = La clínica habla con la persona
off-action-supervisor = Hablo yo con la persona
off-action-visit = Alguien va allí
off-action-go-on = Seguir como antes
off-action-other = Otra cosa
off-teller = ¿Quién se lo dice a la persona?
off-teller-clinic = La clínica
off-teller-supervisor = Un supervisor
off-teller-nobody = No hay nada que decir
off-never-coach = Nunca el coach. Lo que toca al nivel de atención lo dice la clínica.
off-decide-words = Palabras para el coach
off-decide-hint = Se puede dejar vacío. El coach lo lee.
off-decide-missing = Elija qué se hace y quién se lo dice.
off-decide-save = Decidir y decírselo al coach
off-told-title = ¿Ya se le dijo a la persona?
off-told-by = ¿Quién se lo dijo?
off-told-hint = Un nombre, por ejemplo el de la clínica
off-told-save = Ya se le dijo
off-report-words = Si la ley le pide denunciar, nadie puede impedírselo. Al llamar, sus supervisores también se enteran de que lo hizo. El expediente sigue protegido.
off-report-911 = Alguien está en peligro ahora
off-report-other = Denuncié de otra manera
off-report-noted = Anotado para sus supervisores.
off-no-line = Su agencia no ha puesto ninguna línea para denuncias. Si hay peligro llame al 911, o pida a su supervisor el número del condado.
off-lines-old = Nadie ha comprobado este número en medio año. Si no contesta, llame al 911.
off-setup-title = A quién se le pide y dónde denunciar
off-chain = A quién se le pide
off-chain-words = Cuando nadie dice que ve una preocupación, se le pide a la siguiente persona.
off-chain-minutes = Minutos hasta pedirle a la siguiente
off-chain-up = Subir
off-chain-up-of = Subir a { $name }
off-lines = Líneas para denuncias
off-lines-words = Las líneas de su condado que reciben denuncias de daño a niños. Los coaches pueden llamarlas en cualquier momento.
off-line-name = De quién es la línea
off-line-number = Número
off-line-when = Cuándo contesta
off-line-source = Dónde lo leyó
off-line-day = Comprobado el
off-lines-missing = Cada línea necesita un nombre y un número, y el día en que alguien la comprobó.

## La mesa de clínica y supervisión

desk-title = Clínica y supervisión
desk-words = Niveles de atención y denuncias. Lo leen supervisores y los profesionales clínicos que ellos nombren. Ningún coach tiene la llave.
desk-waits = Empieza en cuanto el relé lo haya aceptado.
desk-none = Nadie la ha empezado aún
desk-open = Empezarla
desk-entries = Lo que se escribió
desk-not-here = Alguien cuyo expediente no está aquí
desk-level = Nivel de atención
desk-given = Dado por { $by }
desk-report = Denuncia
desk-reported = { $by } denunció ante { $to }
desk-add = Escribir algo
desk-what = ¿Qué es?
desk-person = ¿Sobre quién?
desk-edition = Criterios y edición, como los llama la clínica
desk-level-text = Nivel, en palabras de la clínica
desk-given-by = Quién de la clínica lo da
desk-to = Denunciado ante
desk-made-by = Quién lo denunció
desk-reference = Su referencia, si la dieron
desk-said = Más
desk-missing = Elija sobre quién es y rellene los campos.
desk-readers = Profesionales clínicos que la leen
desk-readers-words = Cada uno lee hasta un día fijado. Las llaves cambian cuando se quita a alguien.
desk-until = Hasta { $when }
desk-end = Terminar
desk-end-of = Terminar para { $name }
desk-no-provider = No hay ningún profesional clínico para nombrar.
desk-name = Profesional clínico
desk-through = Hasta el final del
desk-name-missing = Elija a alguien y un día.
desk-name-save = Dejar que lea y escriba

## Supervisión

supervision-title = Supervisión
supervision-of = Supervisión de { $name }
supervision-own = Mi supervisión y mi estante
supervision-own-line = Qué toca, qué lleva usted, qué ve solo usted
supervision-list-words = A quién le toca, cuántas veces se hizo y qué espera. Cuenta cuando los dos han firmado.
supervision-nobody = No hay ningún coach que supervisar
supervision-clinical = Supervisión clínica
supervision-peer = Supervisión entre pares
supervision-program = Supervisión
supervision-standing = Cómo está
supervision-due-nothing = Hecha por ahora
supervision-due-by = Toca a más tardar: { $day }
supervision-due-hours =
    { $hours ->
        [one] Toca ahora: 1 hora de servicio desde la última
       *[other] Toca ahora: { $hours } horas de servicio desde la última
    }
supervision-ledger =
    En los últimos 12 períodos: { $held ->
        [one] hecha una vez
       *[other] hecha { $held } veces
    }, { $missed ->
        [one] no hecha una vez
       *[other] no hecha { $missed } veces
    }
supervision-held-count =
    { $held ->
        [0] No hecha en los últimos 12 períodos
        [one] Hecha una vez en los últimos 12 períodos
       *[other] Hecha { $held } veces en los últimos 12 períodos
    }
supervision-rule =
    { $days ->
        [one] El programa la pide cada día.
       *[other] El programa la pide cada { $days } días.
    }
supervision-rule-hours =
    El programa pide { $minutes ->
        [one] 1 minuto
       *[other] { $minutes } minutos
    } { $days ->
        [one] cada día
       *[other] cada { $days } días
    }, y después de { $hours ->
        [one] 1 hora
       *[other] { $hours } horas
    } de servicio cara a cara, lo que llegue antes.
supervision-now = Toca ahora
supervision-missed =
    { $count ->
        [one] No hecha una vez
       *[other] No hecha { $count } veces
    }
supervision-unsigned = Sin firma del coach
supervision-brought =
    { $count ->
        [one] 1 cosa traída
       *[other] { $count } cosas traídas
    }
supervision-weeks = Cada período
supervision-week-from = Desde
supervision-week-minutes = Minutos
supervision-week-held = Hecha
supervision-week-open = Abierto
supervision-agenda = Lo que surgió
supervision-agenda-empty = No surgió nada por sí solo
supervision-why-concern = Una preocupación que no está resuelta
supervision-why-ends = Se acerca el final
supervision-items = Traído por el coach
supervision-item-boundary = Un límite
supervision-item-story = Lo que conté de mi historia
supervision-item-self = Cómo estoy
supervision-item-other = Otra cosa
supervision-spoken = Hablado
supervision-sessions = Hechas hasta ahora
supervision-none = No hay ninguna anotada
supervision-by = Escrita y firmada por { $by }
supervision-cases = Se habló de: { $names }
supervision-cases-more =
    { $count ->
        [one] y 1 persona cuyo expediente no está aquí
       *[other] y { $count } personas cuyos expedientes no están aquí
    }
supervision-boundaries = Se habló de límites
supervision-signed = Firmada por el coach, { $when }
supervision-sign = Firmar
supervision-sign-of = Firmar la supervisión del { $day }
supervision-back-of = Retirar la supervisión del { $day }
supervision-back-words = Se puede seguir leyendo, con el motivo, y ya no cuenta.
supervision-hold = Anotar una supervisión
supervision-on = Día
supervision-of-whom = ¿De quién hablaron?
supervision-spoken-of = ¿De cuáles de las cosas traídas hablaron?
supervision-boundary-prompt = Pregunte: ¿dónde estuvo cerca? Dinero, viajes, teléfono propio, regalos, amistad, contacto, secretos.
supervision-agreed = Lo acordado
supervision-save = Guardar y firmar
supervision-to-sign = Firme su supervisión
supervision-is-due = Le toca supervisión
supervision-bring = Traer algo
supervision-what = ¿Qué es?
supervision-prompt-boundary = ¿Dónde estuvo cerca o no fue claro? Dinero, viajes, su propio teléfono, regalos, amistad, contacto, un secreto.
supervision-prompt-story = ¿Qué contó de usted y a quién le sirvió? Esto es sobre usted y no está en el expediente de nadie.
supervision-prompt-self = ¿Cómo está usted? ¿Qué pesa, qué le sostiene?
supervision-prompt-other = Lo que usted quiera hablar.
supervision-bring-words = Palabras
supervision-bring-hint = Lo que traiga lo leen supervisores y quien le cubra. El estante lo lee solo usted.
supervision-bring-save = Traerlo
shelf-title = Mi estante privado
shelf-words = Solo en este dispositivo. No se envía a ninguna parte, nadie más puede leerlo y desaparece cuando este dispositivo se borra o se pierde.
shelf-empty = El estante está vacío
shelf-keep = Guardarlo solo para mí
shelf-lift = Llevarlo a supervisión
shelf-lift-of = Llevar a supervisión: { $what }
shelf-lifted = Llevado
shelf-drop = Quitar del estante
shelf-drop-of = Quitar del estante: { $what }
coach-role-title = Qué es la función
coach-role-beside = Usted camina junto a la gente. Ayuda y no vigila nada.
coach-role-story = Cuenta de su historia cuando les sirve a ellos, no a usted.
coach-role-not-clinical = No diagnostica, no elige el nivel de atención ni da consejos médicos. Lo hace la clínica.
coach-role-not-control = No escribe sanciones, resultados de pruebas ni informes para un tribunal. La aplicación no tiene lugar para eso.
coach-role-concern = Cuando algo no va bien, usted lo dice. Su supervisor decide y hace que se le diga a la persona.
coach-role-limits = Cuando un límite está cerca, tráigalo aquí. Para eso es la supervisión.

## Tableros de resultados

measures-title = Tableros de resultados
measures-line = Qué se hizo, qué tan bien, y si alguien está mejor
measures-add = Agregar una medida propia
measures-set-aside = { $count ->
    [one] Una entrada sobre medidas no cuenta: la función de quien la escribió no permite decirlo.
   *[other] { $count } entradas sobre medidas no cuentan: las funciones de quienes las escribieron no permiten decirlo.
}
measures-later = Aún no se cuenta
measures-later-words = Satisfacción: aquello de donde se contaría aún no se registra. No es cero.
measure-how-much = ¿Cuánto hicimos?
measure-how-well = ¿Qué tan bien lo hicimos?
measure-better-off = ¿Alguien está mejor?
measure-population = Sobre todas las personas del lugar, las atienda quien las atienda
measure-performance = Sobre nuestros programas
measure-unit = Qué es la cifra
measure-unit-number = Un número
measure-unit-share = Tantos de tantos
measure-unit-minutes = Minutos
measure-unit-days = Días
measure-weeks = Semanas
measure-months = Meses
measure-quarters = Trimestres
measure-years = Años
measure-by = Separado por
measure-by-program = Programa
measure-by-site = Lugar
measure-by-intercept = Punto de intercepción
measure-by-partner = Organización asociada
measure-by-funder = Quién paga
measure-by-coach = Coach
measure-part-none = No se dijo
measure-intercept = Punto de intercepción { $number }
measure-quarter = Trimestre { $number }, { $year }
measure-week = Semana del { $day }
measure-span = Del { $from } al { $to }
measure-share = { $yes } de { $of } ({ $percent })
measure-of-none = Nada que contar
measure-not-said = { $count ->
    [one] de 1 no está escrito
   *[other] de { $count } no está escrito
}
measure-minutes = { $amount } min en el medio (se sabe de { $known } de { $of })
measure-days = { $amount ->
    [one] 1 día
   *[other] { $amount } días
} en el medio (se sabe de { $known } de { $of })
measure-no-amount = No se sabe de ninguno de { $of }
measure-hidden-of = Demasiado pequeño para mostrarse, de { $of }
measure-missing = Sin cifra
measure-counted = Contado en este dispositivo con lo que lee, a la fecha de hoy.
measure-given = Escrito aquí por personas, tomado de otra parte.
measure-not-here = Nadie de supervisión ha compartido aún esta cifra.
measure-not-yet = Aún no se cuenta: no se registra aquello de donde se contaría. No es cero.
measure-curve-title = Curva
measure-curve = { $name }: una curva de { $count ->
    [one] 1 cifra
   *[other] { $count } cifras
}, de { $first-value } ({ $first }) a { $last-value } ({ $last }).
measure-no-curve = Aún no hay cifras que dibujar.
measure-table = La curva como tabla: { $name }
measure-period = Período
measure-value = Cifra
measure-going-on = Aún no termina
measure-or = o { $value }
measure-forecast = Si nada cambia, { $period } traerá alrededor de { $value }; cuatro de cada cinco veces entre { $low } y { $high }. Una línea recta por los períodos terminados.
measure-no-forecast = Sin pronóstico: hacen falta al menos cinco períodos terminados que tengan cifra.
measure-aimed-at = Meta: { $target } (línea discontinua)
measure-any = En los días que quiera
measure-any-go = Contar
measure-parts = Por separado
measure-definition = Definición
measure-story = La historia detrás de la curva
measure-partners = Organizaciones asociadas
measure-works = Lo que funciona
measure-plan = Plan de acción
measure-block-empty = Aquí aún no hay nada escrito.
measure-incomplete = Aún sin definición
measure-incomplete-words = Esta medida está incompleta: nadie ha escrito qué cuenta.
measure-version = Versión { $version } de la definición
measure-paper = Una página para imprimir
measure-export = Guardar como archivo
measure-export-count = { $count ->
    [one] Una cifra.
   *[other] { $count } cifras.
}
measure-export-outside = Lo que sale de la aplicación ya no está protegido por ella. Los números pequeños ya están ocultos.
measure-export-csv = Tabla (CSV)
measure-export-json = Datos (JSON)
measure-tell = Compartir estas cifras
measure-tell-words = Toda la agencia lee entonces la curva y sus partes, también la gerencia de programas, que no lee expedientes. Los períodos que no han terminado se dejan fuera.
measure-tell-small = Los números del 1 al 10 se ocultan, y tantos otros como haga falta para que nadie pueda deducirlos de las sumas.
measure-told = Compartido tal como está
measure-define = Cambiar la definición
measure-no-names = Toda la agencia lee esto. No escriba nada sobre una persona.
measure-name = Nombre de la medida
measure-definition-hint = Qué se cuenta exactamente, de quiénes y de dónde.
measure-definition-more = En sus palabras, junto a lo que cuenta la aplicación.
measure-question = Qué pregunta responde
measure-level = Sobre qué dice algo
measure-target = Meta
measure-target-hint = Un número entero; de una proporción, el porcentaje. Puede quedar vacío.
measure-retired = Ya no se usa
measure-whole = La medida en conjunto
measure-partners-hint = Una en cada línea. Después de dos puntos: qué hace.
measure-figure = Anotar una cifra
measure-figure-hint = Un número entero; 0 también es una cifra. Déjelo vacío para retirarla.
measure-numerator = Tantos
measure-denominator = De tantos
measure-amount = Minutos o días en el medio (mediana)
measure-write = Escribir
measure-write-of = Escribir: { $block }
measure-change = Cambiar
measure-change-of = Cambiar: { $block }
measure-word-by = { $name }, { $day }
measure-rows = De dónde se cuenta
measure-rows-empty = Nada en este período
measure-rows-more = Y { $count } más.
measure-call-out = Aviso
measure-row-yes = Sí
measure-row-no = No
measure-row-not-said = No está escrito
measure-row-minutes = { $count } min
measure-row-days = { $count ->
    [one] 1 día
   *[other] { $count } días
}
measure-coaches-trained = Coaches nuevos capacitados
measure-coaches-trained-words = Personas que terminaron una capacitación que forma coaches de recuperación, cada una una vez, el día de la primera. Según los registros de capacitación.
measure-peers-certified = Especialistas pares certificados nuevos
measure-peers-certified-words = Personas que se certificaron como especialistas pares, cada una una vez, el día del primer certificado; también personas sin dispositivo, como pares bajo custodia. Según los registros de capacitación.
measure-retention = Coaches capacitados que siguen activos
measure-retention-words = De todas las personas capacitadas hasta el final del período, las que hicieron un contacto en los 90 días anteriores.
measure-connected = Conectados con el tratamiento
measure-connected-words = De todas las personas que llegaron en el período (de un hospital, de la custodia o al programa), las que fueron a una primera cita ese día o después, a la fecha de hoy.
measure-first-appointment = Fueron al ingreso confirmado
measure-first-appointment-words = De los ingresos confirmados cuyo día ya pasó, aquellos a los que la persona fue dentro de 30 días. Donde nadie lo escribió, no se sabe.
measure-active-30 = En tratamiento a los 30 días
measure-active-30-words = De las primeras citas, aquellas tras las cuales alguien vio a la persona en tratamiento 30 días después o más.
measure-active-60 = En tratamiento a los 60 días
measure-active-60-words = De las primeras citas, aquellas tras las cuales alguien vio a la persona en tratamiento 60 días después o más.
measure-active-90 = En tratamiento a los 90 días
measure-active-90-words = De las primeras citas, aquellas tras las cuales alguien vio a la persona en tratamiento 90 días después o más.
measure-reconnection = De una vuelta al consumo al tratamiento
measure-reconnection-words = Días desde una vuelta al consumo hasta que la persona estuvo de nuevo en contacto con el tratamiento: el valor del medio de todas las que lo estuvieron.
measure-returns = De nuevo bajo custodia en un año
measure-returns-words = De las salidas en libertad de hace al menos 365 días, aquellas tras las cuales se anotó un regreso a la custodia dentro de 365 días. Un regreso que nadie anotó no se ve.
measure-housed-6 = Vivienda estable a los seis meses
measure-housed-6-words = De todas las personas cuyos seis meses terminaron en el período, las que tenían una vivienda estable. Los seis meses empiezan cuando llegaron: de un hospital, de la custodia o al programa. Llegar de nuevo dentro de ellos cuenta una vez. Cuenta lo anotado más cerca de su último día, como mucho 30 días antes o después. Quien dijo que no queda fuera. Donde nadie lo escribió, no se sabe.
measure-working-6 = Trabajo o escuela a los seis meses
measure-working-6-words = De las mismas personas que para la vivienda estable, las que tenían trabajo, escuela o capacitación. Se cuenta igual. Donde nadie lo escribió, no se sabe.
measure-contacts-kept = Contacto diario cumplido
measure-contacts-kept-words = De los días en que se debía un contacto diario a alguien, aquellos en que hubo contacto.
measure-discharge-to-contact = Del alta al primer contacto
measure-discharge-to-contact-words = Días desde la salida del hospital hasta que hubo contacto por primera vez: el valor del medio de todas las personas con contacto.
measure-overdose-attempt = Se intentó contactar en las 72 horas tras una sobredosis
measure-overdose-attempt-words = De las sobredosis anotadas, aquellas tras las cuales alguien intentó contactar a la persona ese día o en los tres días siguientes.
measure-calls = Llamadas a un coach
measure-calls-words = Avisos que se iniciaron, sin los retirados.
measure-at-work = Coaches trabajando
measure-at-work-words = Personas que hicieron un contacto o un intento en el período.
measure-shifts = Turnos con alguien de guardia
measure-shifts-words = De los turnos en los calendarios de guardia de coaches, aquellos en que alguien estuvo de guardia. Según los calendarios como están ahora.
measure-sought-answered = De guardia y contestó
measure-sought-answered-words = De las veces que se llamó por la aplicación a alguien de guardia, aquellas tras las cuales se anotó que contestó.
measure-supervision-held = Supervisión realizada
measure-supervision-held-words = De los períodos en que tocaba la supervisión de un coach y que ya terminaron, aquellos en que se hizo y ambas personas firmaron.
measure-unmet = Llamadas a las que nadie llegó
measure-unmet-words = De las llamadas terminadas, aquellas en que ningún coach llegó a encontrar a la persona.
measure-call-to-accept = De la llamada hasta que un coach la toma
measure-call-to-accept-words = Minutos entre los dos pasos de un aviso: el valor del medio de todos los que tienen ambos.
measure-call-to-bedside = De la llamada a la cama del paciente
measure-call-to-bedside-words = Minutos desde la llamada hasta que el coach está allí: el valor del medio de todos los que tienen ambos.
measure-offers-accepted = Ofrecimientos aceptados
measure-offers-accepted-words = De los ofrecimientos hechos en avisos, los que la persona aceptó. Una persona a quien se puede llamar después todavía no ha respondido.
measure-sites-served = Lugares atendidos
measure-sites-served-words = De los lugares que nombran los programas, incluidos los previstos, los que se atienden al final del período.

## Unidades para quienes pagan e informes

bill-title = Unidades para quienes pagan
bill-line = Los minutos quedan como se escribieron. Solo aquí se redondean, según la regla de quien paga.
bill-payer = Quién paga
bill-all-programs = Todos los programas
bill-first = Desde
bill-last = Hasta
bill-stale = Es hora de revisar si quienes pagan cambiaron sus reglas.
bill-rule =
    { $code }, { $minutes ->
        [one] 1 minuto
       *[other] { $minutes } minutos
    } por unidad. { $rule }
bill-full-units = De cada contacto, solo unidades completas.
bill-eight-minute = De cada contacto, unidades completas, y una más si queda más de media unidad.
bill-begun = De cada contacto, cada unidad empezada.
bill-day-full-units = Primero se suman los minutos del día, luego solo unidades completas.
bill-day-eight-minute = Primero se suman los minutos del día, luego unidades completas, y una más si queda más de media unidad.
bill-cap =
    { $count ->
        [one] A lo sumo 1 unidad por persona y día.
       *[other] A lo sumo { $count } unidades por persona y día.
    }
bill-unmanaged =
    { $count ->
        [one] 1 unidad por persona y año calendario no necesita autorización.
       *[other] { $count } unidades por persona y año calendario no necesitan autorización.
    }
bill-age = A partir de los { $age } años.
bill-source = Fuente: { $source }
bill-not-verified = Nadie ha comparado esto aún con la fuente. Pregunte a quien paga antes de enviar una factura.
bill-payers = Cambiar quiénes pagan
bill-payers-words = Quienes pagan, con sus reglas, como texto. Vale para toda la agencia. Una regla que cambia es otra entrada con el mismo id y un día posterior.
bill-payers-text = Texto (JSON)
bill-payers-app = Volver a las de la aplicación
bill-fault-large = El texto es demasiado largo: a lo sumo 64 KB.
bill-fault-malformed = Línea { $line }, carácter { $column }: { $why }
bill-fault-format = Este texto es para otra versión de la aplicación.
bill-fault-incomplete = «{ $id }»: hacen falta id, nombre, código y fuente, y de 1 a 60 minutos por unidad.
bill-fault-twice = «{ $id }» está dos veces desde el mismo día.
bill-sum = Suma
bill-units = Unidades
bill-minutes = Minutos que hay detrás, exactos
bill-to-authorize = De ellas, unidades que necesitan autorización
bill-of-funder = Paga { $name }
bill-funder-sum =
    { $minutes } min, { $units ->
        [one] 1 unidad
       *[other] { $units } unidades
    }
bill-outside = La tabla contiene nombres. Lo que sale de la aplicación ya no está protegido por ella; el registro dice que se hizo.
bill-save = Hacer una tabla
bill-lines = Día por día
bill-empty = No hay contactos en estos días
bill-count = { $count ->
    [one] 1 unidad
   *[other] { $count } unidades
}
bill-more = { $count } más en la tabla.
bill-over-cap = { $count } por encima del máximo del día
bill-authorize = { $count } por autorizar
bill-not-reached = no hubo contacto
bill-no-minutes = sin minutos escritos
bill-kind = este tipo de contacto no se paga
bill-no-rule = no hay regla para ese día
bill-too-young = menor de la edad que pide quien paga
bill-age-not-known = no se sabe la fecha de nacimiento
reports-title = Informes por persona
reports-line = SUPRT para un financiador federal: cuándo toca cada uno. El formulario se llena en otra parte.
reports-programs = Programas que informan
reports-programs-words = Tocan informes de todas las personas de estos programas cuya llegada está anotada como fecha importante.
reports-rate = Seguimientos a tiempo: { $done } de { $over } cuyo plazo terminó.
reports-without-start = No está escrito el día en que llegaron
reports-due = Informes
reports-empty = No toca nada
reports-empty-words = Nadie de un programa que informa tiene un informe por delante.
reports-window = Desde: { $opens }, hasta: { $closes }
reports-late = Atrasado
reports-open = Puede hacerse ahora
reports-ahead = Más adelante
reports-done = Hecho: { $day }
reports-done-outside = Hecho: { $day }, fuera de su plazo
reports-done-go = Está hecho
reports-done-of = { $report } de { $name } está hecho
reports-take-back = No está hecho, después de todo
reports-on = Entregado el
reports-not-verified = Nadie ha comparado esto aún con la fuente. Pregunte a quien financia antes de confiar en ello.
reports-form-words = Aquí solo se guarda que se hizo y cuándo.
report-baseline = Inicial
report-reassessment = Reevaluación
report-annual = Anual, año { $number }
report-closeout = Cierre

## Las personas que trabajan aquí: capacitaciones y credenciales

workforce-title = Capacitación y personas
workforce-line = Quién está capacitado, a quién se puede pedir, y qué vence pronto.
workforce-training = Capacitación y credenciales
workforce-pages = Páginas sobre esta persona
workforce-people = Personas
workforce-left = Ya no está en la agencia
workforce-review = Las reglas sobre credenciales y millas que vinieron con la aplicación deben revisarse desde: { $day }.
workforce-aside =
    { $count ->
        [one] Una entrada no cuenta: quien la escribió no puede decir eso.
       *[other] { $count } entradas no cuentan: quienes las escribieron no pueden decir eso.
    }
pool-trained = Con capacitación
pool-available = Con capacitación y disponibles
pool-active = Con capacitación y con actividad en los últimos 90 días
pool-not-counted = No se cuenta en este dispositivo
pool-words = Tres cosas distintas. Cada persona cuenta una vez. Actividad quiere decir un contacto anotado.
pool-is-available = Disponible
pool-is-active = Con actividad
trainings-own = Mi capacitación
trainings-of = Capacitación de { $name }
trainings-title = Capacitaciones
trainings-empty = Todavía no hay ninguna capacitación registrada.
trainings-empty-words = Anote lo que se completó, con su día. Lo que anote sobre usted cuenta cuando una persona supervisora lo haya confirmado.
training-add = Agregar una capacitación
training-change = Cambiar una capacitación
training-kind = Tipo de capacitación
training-name = Cómo se llamaba
training-name-hint = Hace falta para la educación continua y las capacitaciones propias de la agencia.
training-name-missing = Diga cómo se llamaba.
training-completed-on = Completada el
training-not-yet = Ese día todavía no ha llegado.
training-hours-label = Horas
training-hours-wrong = Escriba las horas como número, por ejemplo 30 o 1.5.
training-topics = Cuenta para
training-until = Válida hasta
training-until-hint = Solo si el papel dice otro día que la regla.
training-number = Número en el papel
training-cost-label = Costo en dólares
training-cost-wrong = Escriba el costo como número, por ejemplo 85 o 12.50.
training-funder = Quién pagó
training-cohort = Grupo o año
training-cohort-hint = Con quiénes se hizo, por ejemplo Primavera 2026.
training-program = Para qué programa
training-program-none = Ninguno en particular
training-on = Completada: { $day }
training-hours =
    { $hours ->
        [one] 1 hora
       *[other] { $hours } horas
    }
training-counts-for = Cuenta para: { $topics }
training-cost = Costo { $money }
training-funder-is = Pagada por { $what }
training-cohort-is = Grupo: { $what }
training-program-is = Para { $what }
training-number-is = Número { $what }
training-said-by = { $name }, { $when }
training-checked = Confirmada
training-own-word = Palabra propia, sin confirmar
training-disputed = Dos versiones
training-other = La otra versión:
training-confirm = Es correcto
training-confirm-of = Es correcto: { $what }
training-take-back = Retirar
training-take-back-of = Retirar: { $what }
training-take-back-words = Ya no se cuenta. Lo escrito queda en el historial. Esto no se puede deshacer; puede anotarlo de nuevo.
training-academy = Recovery Coach Academy
training-recovery-coaching = Capacitación en acompañamiento de recuperación
training-peer-support = Capacitación en apoyo entre pares
training-peer-specialist = Especialista par certificado
training-professional = Recovery Coach Professional
training-cpr = Primeros auxilios y RCP
training-naloxone = Administrar naloxona
training-ethics = Ética para coaches
training-continuing = Educación continua
training-own = Capacitación propia de la agencia
training-fields = Los dos campos
training-field-peer-support = Apoyo entre pares
training-field-recovery-coaching = Acompañamiento de recuperación
training-on-file = Registrada
training-not-on-file = No registrada
training-missing-all = Se requiere y no está registrado: { $needs }
training-missing-program = Para { $program } se requiere y no está registrado: { $needs }
training-missing-words = A este coach no se le da nadie nuevo hasta que esté confirmado, o hasta que una persona supervisora haga una excepción.
training-missing-words-own = A usted no se le da nadie nuevo hasta que esté confirmado, o hasta que una persona supervisora haga una excepción.
credentials-title = Credenciales
credential-since = Desde { $day }
credential-until = Hasta { $day }
credential-holds = Válida
credential-ends-soon =
    { $count ->
        [one] Vence hoy
        [2] Vence mañana
       *[other] Vence dentro de { $count } días
    }
credential-ended =
    { $count ->
        [one] Venció ayer
       *[other] Venció hace { $count } días
    }
credential-hours-missing =
    Educación continua: { $done } de { $needed ->
        [one] 1 hora
       *[other] { $needed } horas
    }. { $missing ->
        [one] Falta 1 hora
       *[other] Faltan { $missing } horas
    }, a más tardar: { $day }.
credential-hours-done =
    Educación continua: { $done } de { $needed ->
        [one] 1 hora
       *[other] { $needed } horas
    }. Es suficiente.
credential-to-be-checked = Esta regla vino con la aplicación. Su agencia debe revisarla.
today-credential = { $what }: { $state }
today-credentials =
    { $count ->
        [one] Hay que mirar las credenciales de una persona
       *[other] Hay que mirar las credenciales de { $count } personas
    }
today-talk = Tocaba hablar con { $name } a más tardar: { $day }
except-add = Hacer una excepción
except-words = Diga por qué este coach puede trabajar antes de que esté registrado, y quién le acompaña. Se muestra en esta página.
except-until = Hasta (puede quedar vacío)
exception-all = Excepción de lo que se requiere
exception-program = Excepción de lo que requiere este programa:
exception-reason = { $reason } ({ $name })
exception-end = Terminar la excepción
listed-add = Agregar a alguien sin dispositivo
listed-change = Cambiar una entrada
listed-words = Un par bajo custodia, o una persona voluntaria que aún no se ha unido. Nunca un participante: toda la agencia puede leer esta lista.
listed-name = Nombre o número
listed-name-hint = Como lo permita el lugar donde está.
listed-kind = Quién es
listed-custody = Par bajo custodia
listed-volunteer = Voluntario, aún no se ha unido
listed-partner = Trabaja para una organización asociada
listed-joined = Se unió como
listed-joined-hint = Sus capacitaciones cuentan entonces para este miembro.
listed-not-joined = No se ha unido
offers-title = Capacitaciones ofrecidas
offers-empty = No se ofrece ninguna capacitación.
offer-add = Agregar una capacitación ofrecida
offer-change = Cambiar una capacitación ofrecida
offer-name = Cómo se llama
offer-funder = Quién paga
offer-free = No cuesta nada
offer-words = Cómo participar
offer-words-hint = Quién la da, dónde, cómo inscribirse.
require-title = Qué se requiere
require-words = Antes de dar un participante a un coach, esto debe estar confirmado. Nada se requiere hasta que usted lo diga.
require-of = Se requiere: { $program }
require-form-words = Marque todo lo que hace falta. Sin marcas, nada se requiere.
require-everybody = Todos, sea cual sea el programa
require-nothing = Nada
require-disputed = Dos versiones: se requiere todo
more-training-words = Capacitaciones, credenciales y lo que todavía necesitan

## Crecer en el trabajo

growth-title = Crecimiento
growth-own = Mi crecimiento
growth-of = Crecimiento de { $name }
wellbeing-title = Cómo estoy
wellbeing-words = Nadie en su agencia puede leer esto, y no se envía a ninguna parte. Desaparece cuando se borra este dispositivo.
wellbeing-question = ¿Cómo está hoy?
wellbeing-steady = Con calma
wellbeing-tired = Con cansancio
wellbeing-hard = Difícil
wellbeing-hard-words = No tiene que llevarlo a solas. Llame a la persona que le supervisa o a alguien suyo, o a uno de estos números.
wellbeing-note = Palabras, si quiere
wellbeing-keep = Guardar en este dispositivo
wellbeing-forget = Olvidarlo todo
availability-title = Disponibilidad
availability-unsaid = Sin indicar todavía.
availability-no = Por ahora no se le puede pedir.
availability-yes = Se le puede pedir.
availability-hours =
    { $hours ->
        [one] Se le puede pedir, más o menos 1 hora por semana.
       *[other] Se le puede pedir, unas { $hours } horas por semana.
    }
availability-change = Cambiar la disponibilidad
availability-can = Se le puede pedir que trabaje
availability-hours-label = Horas por semana (puede quedar vacío)
availability-when = Cuándo y cómo
availability-when-hint = Días, tardes, solo por video.
stages-title = En camino a un certificado
stages-empty = Todavía no hay nada anotado.
stage-add = Decir en qué punto está
stage-kind = Qué certificado
stage-label = Hasta dónde
stage-since = Desde
stage-interested = Le interesa
stage-in-training = En capacitación
stage-experience = Junta horas de experiencia
stage-applied = Presentó la solicitud
stage-exam = Examen o panel
stage-certified = Con certificado
stage-paused = Ahora no
growth-plan = Plan
growth-plan-words = Lo que quiere aprender o llegar a ser. Solo lo leen la persona, quienes la supervisan y quien la cubre.
growth-plan-words-own = Lo que usted quiere aprender o llegar a ser. Solo lo leen usted, quienes le supervisan y quien le cubre.
growth-plan-empty = Todavía no hay ninguna meta.
growth-goal-add = Agregar una meta
growth-goal-words = Qué aprender o llegar a ser
growth-goal-help = Quién o qué ayuda
growth-goal-by = Para cuándo (puede quedar vacío)
growth-goal-missing = Diga qué aprender o llegar a ser.
growth-help-is = Con la ayuda de: { $what }
growth-by = Para: { $day }
growth-reached = Lograda: { $day }
growth-reach = Lograda
growth-reach-of = Lograda: { $what }
pairs-title = Mentores
pairs-empty = Todavía no hay mentor.
pair-add = Mentor
pair-of = { $mentor } guía a { $coach }
pair-mentor = Quién guía
pair-mentor-missing = Elija quién guía.
pair-choose = Elija
pair-every = Cuántos días entre conversaciones
pair-every-wrong = Escriba los días como número entero.
pair-last-talk =
    Última conversación: { $day }, { $minutes ->
        [one] 1 minuto
       *[other] { $minutes } minutos
    }
pair-talk-by = Próxima conversación, a más tardar: { $day }
pair-talk-late = Tocaba hablar a más tardar: { $day }
pair-talked = Hablamos
pair-talked-of = Hablamos: { $what }
pair-open = Lo que { $name } sabe hacer
talk-words = Solo se guarda que hablaron, y ni una palabra de lo que se dijo.
talk-on = Día
talk-minutes = Minutos
lead-title = Dirige
lead-empty = Todavía no dirige nada.
lead-add = Función de guía
lead-what = Qué dirige
lead-what-hint = Por ejemplo el grupo del lunes, capacitaciones, recibir a coaches nuevos.
lead-missing = Diga qué dirige.
from-day = Desde
competencies-title = Lo que pide la función
competencies-words = Un mentor o una persona supervisora marca lo que vio. Nadie marca lo propio.
competencies-count = { $seen } de { $all } vistas
competency-seen = Visto por { $name }, { $day }
competency-not-seen = Todavía no se ha visto
ready-title = Qué buscar en un coach nuevo
ready-words = Lo que alguien ha vivido es suyo para contarlo. Aquí solo se anota que se le preguntó, nunca lo que dijo.
ready-yes = Sí
ready-not-yet = Todavía no
ready-unsaid = Nadie lo ha dicho todavía

## Millas y ayudas

claims-title = Millas y ayudas
claims-own = Mis millas y ayudas
claims-of = Millas y ayudas de { $name }
claims-words = Lo que se pide y se decide. Solo lo leen esta persona, quienes la supervisan y quien la cubre.
claims-words-own = Lo que usted pidió y lo que se decidió. Solo lo leen usted, quienes le supervisan y quien le cubre.
claims-miles = Millas
claims-unclaimed =
    { $count ->
        [one] Un viaje está
       *[other] { $count } viajes están
    } sin pedir: { $miles ->
        [one] 1 milla
       *[other] { $miles } millas
    }.
claims-empty = Todavía no se han pedido millas.
claims-empty-words = Las millas vienen de los contactos que se anotaron con ellas.
claim-add = Pedir millas
claim-as = Como
claim-rates = Cada viaje se paga con la tarifa de su propio día. La tarifa queda en la solicitud.
claim-which = Viajes
claim-trip-short =
    { $day }: { $miles ->
        [one] 1 milla
       *[other] { $miles } millas
    }, { $money }
claim-no-rate = no se conoce tarifa para ese día
claim-none = Elija al menos un viaje.
claim-sum = Total: { $money }
claim-ask = Pedirlo
claim-of =
    { $miles ->
        [one] 1 milla
       *[other] { $miles } millas
    }, { $money }
claim-asked = Pedido { $when }
claim-trips =
    { $count ->
        [one] 1 viaje
       *[other] { $count } viajes
    }
claim-trip =
    { $day }: { $miles ->
        [one] 1 milla
       *[other] { $miles } millas
    } a { $rate } ¢, { $money }
claim-doubled =
    { $count ->
        [one] Un viaje queda fuera: está en una solicitud anterior.
       *[other] { $count } viajes quedan fuera: están en una solicitud anterior.
    }
claim-unmatched =
    { $count ->
        [one] Un viaje no está en los expedientes como se pidió: su contacto se cambió, se retiró o no está.
       *[other] { $count } viajes no están en los expedientes como se pidieron: sus contactos se cambiaron, se retiraron o no están.
    }
claim-take-back-words = Ya no se pide. Los viajes que tenga se pueden pedir de nuevo.
payee-staff = Personal
payee-volunteer = Voluntariado
money-requested = Pedido
money-disputed = Dos personas decidieron distinto
money-approved = Aprobado
money-paid = Pagado
money-declined = No aprobado
money-taken-back = Retirado
money-by = Decidió { $name }
money-funder-is = El dinero viene de { $what }
money-approve = Aprobar
money-decline = No aprobar
money-pay = Marcar como pagado
decide-funder = Quién paga (puede quedar vacío)
decide-words = Palabras (puede quedar vacío)
stipends-title = Ayudas y matrícula
stipends-empty = Todavía no se ha pedido nada.
stipend-add = Pedir una ayuda
stipend-offer = Para una capacitación ofrecida
stipend-offer-none = Otra cosa
stipend-offer-is = Capacitación: { $what }
stipend-what = Para qué
stipend-what-missing = Diga para qué.
stipend-money = Cuánto, en dólares
payroll-title = Millas y nómina
payroll-waiting = En espera
payroll-nothing-waits = Nada espera una decisión ni un pago.
payroll-waits =
    { $count ->
        [one] 1 en espera, { $money }
       *[other] { $count } en espera, { $money }
    }
rates-title = Qué se paga por milla
rate-is = { $rate } ¢ por milla hoy
rate-own = { $rate } ¢ por milla para viajes desde { $day }
rate-own-ends = De nuevo las tarifas de la aplicación para viajes desde { $day }
rate-add = Pagar otra tarifa
rate-words = Los viajes desde ese día se pagan con esta tarifa. Lo que ya se pidió conserva la suya.
rate-who = Para
rate-from = Para viajes desde
rate-dated = Volver a las tarifas de la aplicación
rate-cents = Centavos por milla
rate-wrong = Escriba los centavos como número, por ejemplo 60 o 62.5.
rate-source = Quién lo decidió
rate-source-missing = Diga quién lo decidió.
payroll-table = Tabla para la nómina
payroll-rows =
    { $count ->
        [0] Todavía no hay viajes aprobados.
        [one] 1 viaje aprobado o pagado.
       *[other] { $count } viajes aprobados o pagados.
    }
payroll-table-words = Un archivo con nombres, días, millas y montos; nada sobre participantes. Fuera de la aplicación nada lo protege. Queda anotado que se hizo.
payroll-make = Hacer el archivo
payroll-save = Guardar el archivo
payroll-saved = El archivo está guardado.
consents-of = Lo que { $name } autorizó
consents-words = Nada sobre la persona sale de la aplicación si no lo autorizó por escrito: a quién se cuenta, qué y para qué. Dentro del equipo de su agencia no hace falta consentimiento.
consents-part2-off = Su agencia dice que no es un programa según 42 CFR parte 2. La aplicación no le detiene; pregunte a su supervisor antes de contar algo a alguien.
consents-empty = Aún no hay consentimiento
consents-empty-words = Léanlo juntos, en su idioma. La persona puede decir que no, y usted sigue a su lado.
consents-replaced = Versiones anteriores
consents-unread = Algo aquí lo escribió una versión más nueva de la aplicación y no se puede leer. Actualice la aplicación antes de fiarse de esta página.
consents-set-aside =
    { $count ->
        [one] 1 entrada la escribió alguien que no puede escribirla, y no cuenta.
       *[other] { $count } entradas las escribieron personas que no pueden escribirlas, y no cuentan.
    }
consent-texts-stale = Toca comparar los textos legales con la ley. Pregunte al abogado de su agencia.
consent-texts-unchecked = Estos textos están en palabras sencillas y los debe revisar el abogado de la agencia.
consent-add = Escribir un consentimiento
consent-form = Consentimiento
consent-suggested = Participa por: { $basis }. El tipo habitual es: { $kind }.
consent-kind = ¿De qué tipo?
consent-kind-care = Tratamiento, pago y gestión del programa
consent-kind-care-words = Un consentimiento para toda la atención futura. Puede no tener fin.
consent-kind-specific = Un solo propósito
consent-kind-specific-words = Para personas nombradas, con un propósito, hasta un día o un hecho.
consent-kind-court = Tribunal o libertad condicional
consent-kind-court-words = Para quienes lo necesitan para seguir cómo va, y nadie más.
consent-kind-proceedings = Procesos legales
consent-kind-proceedings-words = Para una fiscalía, o para usarlo en un caso. Siempre un consentimiento aparte. Si pueden, hablen antes con un abogado.
consent-kind-notes = Notas de consejería
consent-kind-notes-words = Para notas de un consejero que se guardan aparte. Siempre un consentimiento aparte.
consent-language = ¿En qué idioma lo lee la persona?
consent-aloud = Leer en voz alta
consent-aloud-none = No hay voz para este idioma en este dispositivo. Léaselo usted.
consent-patient = Nombre de la persona
consent-disclosers = ¿Quién cuenta?
consent-disclosers-hint = Un nombre, o un grupo como los coaches del programa
consent-recipients = ¿A quién se puede contar?
consent-recipient-add = Agregar a alguien
consent-recipient-remove = Quitar
consent-recipient-name = Nombre, o qué grupo de personas
consent-recipient-hint = Como la Dra. Moreau, o quienes me tratan y mis seguros
consent-recipient-class = Todas las personas de este tipo, no una por su nombre
consent-recipient-members = Sus miembros, uno en cada línea
consent-recipient-treating = Todos sus miembros que tratan a la persona
consent-information = ¿Qué se puede contar?
consent-information-words = Con más detalle, en sus palabras
consent-purposes = ¿Para qué?
consent-purpose-words = ¿Para qué más?
consent-ends = ¿Cuándo termina?
consent-ends-on = En una fecha
consent-ends-event = Con un hecho
consent-ends-condition = Con una condición
consent-ends-day = Último día
consent-ends-words = ¿Qué hecho o condición?
consent-told = Léanlo juntos
consent-told-tick = Lo leímos juntos
consent-revoke-how = ¿Cómo puede retirarlo?
consent-revoke-how-hint = Como una nota a la agencia, con su dirección
consent-signature = Firma
consent-signer = ¿Quién firma?
consent-signer-own = La persona participante
consent-signer-other = Otra persona por ella
consent-signer-name = Su nombre
consent-signer-why = ¿Por qué firma?
consent-signer-minor = La persona es menor de edad
consent-signer-incapacity = La persona no puede decidir
consent-signer-deceased = La persona falleció
consent-sign-how = ¿Cómo?
consent-sign-drawn = Dibujarla
consent-sign-typed = Escribir el nombre
consent-sign-paper = En papel
consent-sign-here = Firme aquí con un dedo, un lápiz o el ratón
consent-sign-again = Vaciar el recuadro
consent-sign-name = Nombre de quien firma
consent-sign-name-hint = Lo escribe esa persona, como su firma
consent-sign-place = ¿Dónde se guarda el papel?
consent-signed-on = Firmado el
consent-signed-paper = Firmado en papel, guardado en: { $place }
consent-signed-by = { $name }, { $day }
consent-whole = No falta nada. Al guardarlo, es válido.
consent-gaps = Aún no es válido
consent-save-valid = Guardar: es válido
consent-save-gap = Conservarlo, aún no es válido
consent-lacks-kind = Elija de qué tipo es.
consent-lacks-patient = Escriba el nombre de la persona.
consent-lacks-discloser = Escriba quién cuenta.
consent-lacks-recipient = Escriba a quién se puede contar.
consent-lacks-members = Nombre a los miembros, o elija a quienes tratan a la persona.
consent-lacks-justice-only = En este tipo solo caben un tribunal o la libertad condicional.
consent-lacks-prosecution-alone = Una fiscalía necesita un consentimiento aparte: procesos legales.
consent-lacks-information = Elija qué se puede contar.
consent-lacks-notes-alone = Las notas de consejería necesitan un consentimiento aparte, sin nada más.
consent-lacks-purpose = Elija para qué.
consent-lacks-purpose-of-kind = Estos propósitos no van con este tipo.
consent-lacks-revoking = Diga a la persona cómo puede retirarlo, y escriba cómo.
consent-lacks-passed-on = Lean juntos que se puede transmitir.
consent-lacks-refusing = Lean juntos qué pasa si no firma.
consent-lacks-expiry = Elija cuándo termina: no antes de la firma.
consent-lacks-expiry-of-kind = Este tipo necesita un fin.
consent-lacks-signer = Escriba quién firma por la persona, y por qué.
consent-lacks-signature = Falta una firma.
consent-lacks-signed-on = Elija el día de la firma. No puede ser en el futuro.
consent-to = A: { $names }
consent-made = Lo escribió { $by }, { $day }
consent-copy = Copia para la persona
consent-change = Escribirlo de nuevo
consent-revoke = La persona lo retira
consent-revoke-words = Desde ahora no se cuenta nada más por él. Quien lee su expediente por él deja de leerlo. Lo que se contó no se puede deshacer.
consent-ended = Llegó el hecho que lo termina
consent-ended-words = El consentimiento termina con eso. No se cuenta nada más por él.
consent-end-day = ¿Qué día?
consent-end-time = ¿A qué hora?
consent-end-time-hint = Déjelo vacío si nadie lo sabe. Entonces cuenta desde el comienzo de ese día.
consent-end-how = ¿Cómo lo dijo, o qué pasó?
consent-relied =
    { $count ->
        [one] Se contó una vez por él
       *[other] Se contó { $count } veces por él
    }
consent-state-valid = Válido
consent-state-incomplete =
    { $count ->
        [one] No es válido: falta 1 cosa
       *[other] No es válido: faltan { $count } cosas
    }
consent-state-expired = Terminó después del { $day }
consent-state-ended = Terminó con su hecho el { $day }
consent-state-revoked = Retirado el { $day }
consent-expiry-on = Termina después del { $day }
consent-expiry-event = Termina con: { $what }
consent-expiry-condition = Termina cuando: { $what }
consent-expiry-treatment = Termina con su tratamiento
consent-expiry-never = No tiene fin
consent-side-provider = Quien trata a la persona
consent-side-payer = Un seguro u otro pagador
consent-side-operations = Ayuda a gestionar el programa
consent-side-support = Familia, amistad o padrino
consent-side-services = Vivienda, trabajo, ayudas, escuela
consent-side-child-welfare = Protección de menores
consent-side-justice = Tribunal o libertad condicional
consent-side-prosecution = Una fiscalía
consent-side-intermediary = Una red que lo transmite
consent-side-other = Otra persona
consent-purpose-treatment = Tratamiento
consent-purpose-payment = Pago
consent-purpose-operations = Gestión del programa
consent-purpose-request = A petición de la persona
consent-purpose-services = Vivienda, trabajo o ayudas
consent-purpose-support = Para que puedan apoyar a la persona
consent-purpose-monitoring = Para seguir cómo va
consent-purpose-proceedings = Procesos legales
consent-purpose-other = Otra cosa
consent-info-participation = Que participa, y desde cuándo
consent-info-contacts = Contactos con su coach
consent-info-appointments = Citas, y si fue
consent-info-plan = Metas y lo que se le pide
consent-info-own-words = Lo que quiere decir en sus propias palabras
consent-info-record = Todo el expediente, sin notas de consejería
consent-info-notes = Notas de consejería
consent-info-report = Un informe que exige la ley
consent-info-other = Otra cosa
consent-way-told = De palabra
consent-way-paper = En papel
consent-way-file = Como archivo
consent-way-reads = Lee el expediente
consent-around = Profesionales a su alrededor
consent-around-words = Con quién trata, y si un consentimiento válido hoy los nombra.
consent-around-none = Ningún consentimiento los nombra
consent-around-may = Se les puede contar, como se acordó
consent-around-until = Se les puede contar hasta el { $day }
consent-emergency-personnel = ¿Qué personal médico, y dónde?
consent-emergency-discloser = ¿Quién se lo contó?
consent-emergency-at = ¿A qué hora?
consent-emergency-nature = ¿Cuál es la emergencia?
consent-refused-not-said = Escriba a quién se lo contaría, y elija qué.
consent-refused-none = No se puede contar nada: no hay consentimiento. Pregunte a la persona y escríbanlo juntos.
consent-refused-recipient = No se puede contar nada: ningún consentimiento nombra a quien lo recibiría.
consent-refused-proceedings = No se puede contar nada: una fiscalía, y los procesos legales, necesitan un consentimiento de su propio tipo.
consent-refused-notes = No se puede contar nada: las notas de consejería necesitan un consentimiento aparte.
consent-refused-purpose = No se puede contar nada: el consentimiento es para otra cosa.
consent-refused-information = No se puede contar nada: el consentimiento no abarca todo eso.
consent-refused-revoked = No se puede contar nada: la persona retiró el consentimiento el { $day }. Lo que se contó antes se puede anotar con su día y su hora.
consent-refused-expired = No se puede contar nada: el consentimiento terminó después del { $day }. Pídale uno nuevo.
consent-refused-ended = No se puede contar nada: el hecho que termina el consentimiento llegó el { $day }. Lo que se contó antes se puede anotar con su día y su hora.
consent-refused-incomplete = No se puede contar nada: el consentimiento aún no es válido. { $what }
consent-refused-emergency = Escriba las cuatro cosas: { $what }
consent-refused-report = Un informe que exige la ley no lleva nada del expediente. Para eso hace falta que la persona lo autorice.
tell-title = Contar a alguien
tell-words = Escríbalo primero. La aplicación dice si se puede contar, y lo guarda para la persona.
tell-agreed = Con su consentimiento
tell-agreed-words = Su consentimiento debe nombrar a quién se cuenta, qué y para qué. Debe valer cuando usted lo cuenta.
tell-emergency = En una emergencia médica
tell-emergency-words = Se puede contar al personal médico lo que necesita cuando no se puede preguntar a la persona. Llame primero. Luego escriba enseguida estas cuatro cosas; funciona sin señal.
tell-report = Informe sobre un menor
tell-report-words = Un informe de sospecha de maltrato o abandono que exige la ley. Aquí solo consta que se hizo. Nada del expediente puede ir con él. Cuando lo escribe un coach, quienes supervisan ven que informó.
tell-whom = ¿A quién se cuenta?
tell-side = ¿Quién es?
tell-purpose = ¿Para qué?
tell-what = ¿Qué se cuenta?
tell-in-short = En pocas palabras
tell-way = ¿Cómo se cuenta?
tell-day = ¿Qué día?
tell-time = ¿A qué hora, si se contó antes?
tell-time-hint = Déjelo vacío para lo que cuenta ahora. Si la persona retiró un consentimiento más tarde ese día, lo que se contó antes sigue valiendo.
tell-saved = Escrito. Ya puede contarlo.
tell-noted = Anotado con su día.
handed-who = ¿Quién se lo lleva?
handed-own = Se lo lleva la persona
handed-other = Lo entrego a alguien
handed-words = Entonces es usted quien cuenta. Se imprime si un consentimiento lo abarca, y queda en lo que se contó.
consent-scope = La persona lo aceptó por escrito el { $day }. Qué se puede contar: { $what }. Para qué: { $purposes }. { $ends }. Puede retirarlo en cualquier momento.
accounting-title = Lo que se contó
accounting-open =
    { $count ->
        [0] Lo que se contó en tres años: nada
        [one] Lo que se contó en tres años: 1
       *[other] Lo que se contó en tres años: { $count }
    }
accounting-of = Lo que se contó sobre { $name }
accounting-span = Todo desde el { $from } hasta el { $until }, lo más nuevo primero. La persona puede pedir esta página cuando quiera.
accounting-empty = No se contó nada
accounting-what = Qué: { $what }
accounting-purpose = Para: { $purpose }
accounting-consent = Con su consentimiento
accounting-emergency = Emergencia médica, sin consentimiento
accounting-report = Un informe que exige la ley
accounting-after = Se contó antes de saberse aquí que lo retiró
accounting-outside = Sin consentimiento: la agencia dijo que no es un programa de la parte 2
list-ask = La persona pidió la lista de lo que se contó
list-ask-words = Anote que pidió por escrito a quién se contó qué sobre ella. Hay 30 días para responder, desde el día después de pedirla. Hoy muestra cuántos quedan.
list-ask-how = ¿Cómo la pidió?
list-asked-title = La persona pidió la lista
list-asked-on = Pedida el { $day }
list-by = Lo escribió { $by }
list-due =
    { $count ->
        [0] Hoy es el último día para responder
        [one] Queda 1 día para responder: el último es el { $day }
       *[other] Quedan { $count } días para responder: el último es el { $day }
    }
list-late =
    { $count ->
        [one] 1 día de retraso: el último día para responder fue el { $day }
       *[other] { $count } días de retraso: el último día para responder fue el { $day }
    }
list-handed = Se entregó la lista
list-handed-words = Entregue esta página a la persona y escriba después cuándo y cómo.
list-handed-how = ¿Cómo la recibió?
list-handed-on = Entregada el { $day }
list-take-back = Se escribió por error
list-take-back-words = Sigue a la vista y no cuenta. Si al final la lista no se entregó, vuelve a estar pendiente.
list-taken-back = Se escribió por error: no hay nada pendiente
lists-due = Listas que la gente pidió
texts-title = Textos legales
texts-hold = Estos textos rigen
texts-which = { $id } { $version }, desde el { $day }; hay que revisarlos después del { $review }
texts-set = Puestos en vigor por { $by } el { $day }
texts-of-app = Los textos que vienen con la aplicación
texts-next = Desde el { $day } rigen otros: { $id } { $version }
texts-unread = Alguien puso en vigor textos que esta versión no puede leer. Actualice la aplicación.
texts-signed = Un consentimiento guarda las palabras que se leyeron antes de firmarlo, rija lo que rija después.
texts-change = Usar los textos de su agencia
texts-words = Cargue un archivo con los textos que su abogado escribió o revisó. Los ve antes de que rijan. La guía legal-texts.md dice cómo se escribe un archivo así.
texts-file = Elegir un archivo con textos legales
texts-look = Ver estos textos
texts-look-app = Ver los textos de la aplicación
texts-not-text = Este archivo no es texto. Los textos legales son un archivo JSON.
texts-looked-at = Si rigen estos textos
texts-at-once = Rigen en cuanto los pone en vigor.
texts-waits = Rigen desde el { $day }. Hasta entonces siguen los de ahora.
texts-notice = Aviso en lo que se entrega
texts-scope = Lo que esto no es
texts-revoking = Retirar un consentimiento
texts-passed-on = Transmitirlo a otros
texts-refusing = No firmar
texts-exceptions = Lo que se puede contar sin consentimiento
texts-from = Desde el { $day }
texts-checked = { $source }; comparado con la fuente el { $day }
texts-unchecked = { $source }; visto por última vez el { $day }, aún sin comparar
texts-sure = Estos textos deben regir en toda la agencia.
texts-sure-missing = Marque que deben regir en toda la agencia.
texts-put = Poner en vigor estos textos
texts-done = Puestos en vigor. Los otros dispositivos los reciben con el próximo contacto.
texts-faults = Estos textos aún no se pueden usar:
texts-fault-large = Es más texto del que se puede leer. Como máximo 64 KB.
texts-fault-malformed = No se puede leer desde la línea { $line }, carácter { $column }: { $why }
texts-fault-format = Estos textos se escribieron para otra versión de la aplicación. Actualícela.
texts-fault-name = Falta el id o la versión del conjunto.
texts-fault-review = El día de la revisión (review_by) es anterior al primer día (valid_from).
texts-fault-text = El texto «{ $id }» falta, o está vacío en inglés o español.
texts-fault-source = El texto «{ $id }» no dice de dónde viene (source).
texts-fault-long = El texto «{ $id }» es demasiado largo: como máximo 4000 letras en cada idioma.
texts-fault-twice = El texto «{ $id }» está dos veces con el mismo primer día.
part2-title = Consentimientos
part2-set = Esta agencia es un programa según 42 CFR parte 2
part2-words = Entonces nada sale de la aplicación sobre nadie sin un consentimiento válido. Pregunte a un abogado antes de desactivarlo.
calendar-keeper = ¿Quién guarda este calendario?
calendar-keeper-hint = Quien lo guarda puede leerlo. Con detalles aparecen solo quienes lo autorizaron.
calendar-left =
    { $count ->
        [one] 1 persona aparece solo con la hora: ningún consentimiento nombra este calendario.
       *[other] { $count } personas aparecen solo con la hora: ningún consentimiento nombra este calendario.
    }
on-call-words = Solo nombres y teléfonos del personal, en cada dispositivo de la agencia, también sin señal. Estar en esta lista no permite a nadie leer un expediente.
on-call-empty = Aún no hay nadie planificado
on-call-empty-words = Planifique primero a los supervisores: un coach nunca está solo de noche.
on-call-no-gap = Sin huecos hasta el { $day }.
on-call-gaps-title = Huecos por delante
on-call-gaps =
    { $count ->
        [one] 1 hueco por delante en las guardias
       *[other] { $count } huecos por delante en las guardias
    }
on-call-close = Cerrar los huecos
on-call-gap-nobody = No hay nadie de guardia
on-call-gap-lacking = Falta: { $who }
on-call-span = { $start } a { $end }
on-call-supervisor = Supervisor de guardia: { $name }
on-call-nobody = Ahora no hay supervisor de guardia
on-call-nobody-words = Pregunte por orden a las personas de abajo. Si una vida está en peligro, llame al 911.
on-call-nobody-now = Ahora no hay nadie de guardia
on-call-now = Ahora: { $names }
on-call-next = Si nadie contesta, en este orden:
on-call-waiting = Se llamó a { $name } a las { $time } y aún no contestó.
on-call-answered = { $name } contestó
on-call-sought = Llamadas a quien estaba de guardia
sought-line = { $by } llamó a { $who }
sought-answered =
    { $count ->
        [0] Contestó enseguida
        [one] Contestó en 1 minuto
       *[other] Contestó en { $count } minutos
    }
sought-open = No se anotó respuesta
shift-away = { $name } no puede
shift-cannot = No puede
shift-cannot-of = { $name } no puede hacer este turno
shift-take = Lo hace otra persona
shift-take-of = Otra persona hace el turno de { $name }
shift-taken = Lo hace { $name }
shift-back = Deshacer eso
shift-by = ¿Quién lo hace?
shift-swap = Cambiar
shift-swap-of = Cambiar el turno de { $name }
shift-swapped = { $name } lo tiene por un cambio
swaps-title = Cambios y turnos pedidos
swap-title = Cambiar turnos
swap-shift = { $span }: { $name }
swap-for = ¿Por qué turno?
swap-nobody = Nadie más tiene un turno en los próximos días.
swap-ask = Pedir el cambio
swap-now = Cambiar los dos
swap-now-words = Cambiar los dos ya, sin preguntar
swap-asked = { $name } no ha respondido todavía
swap-asks = { $name } quiere cambiar turnos con usted
swap-open = Ver y responder
swap-yes = Sí, cambiar
swap-yes-of = Sí al cambio con { $name }
swap-no = No
swap-no-of = No al cambio con { $name }
swap-holds = Los dos turnos ya cambiaron de manos
swap-refused = { $name } dijo que no
swap-withdrawn = { $name } retiró la petición
swap-undone = Alguien de supervisión lo deshizo
swap-lost = El cambio no vale
swap-loss-changed = Uno de estos turnos se cambió y ya no es de quien lo tenía. Los dos quedan como están planeados ahora.
swap-loss-over = Uno de estos turnos ya pasó. Los dos quedan como estaban planeados.
swap-loss-both = Una de estas personas ya está en los dos turnos.
swap-loss-lacks = No pueden cambiar estos puestos: uno de los turnos se quedaría sin { $who }.
swap-loss-apart = Una de estas personas no está en la guardia de la otra. Alguien de supervisión la puede agregar.
shift-ask = Pedir a un colega
shift-ask-of = Pedir a un colega que haga su turno
shift-given = Lo tiene { $name }, como se pidió
shift-ask-title = Pedir a un colega que lo haga
shift-ask-words = El turno sigue siendo suyo hasta que digan que sí. Si usted no puede y nadie dice que sí a tiempo, toque «No puede»: entonces aparece como un hueco.
shift-ask-who = ¿A quién se pide?
shift-ask-send = Pedir
shift-ask-nobody = Nadie más de esta guardia tiene un dispositivo; aquí no se puede pedir a nadie. Pregunte a alguien de supervisión.
shift-asked = Se pidió a { $name }
shift-asks = { $name } le pide que haga un turno
shift-ask-yes = Sí, lo hago
shift-ask-yes-of = Sí, hago el turno de { $name }
shift-ask-no-of = No al turno de { $name }
shift-ask-holds = Ahora el turno es de { $name }
shift-ask-lost = Esto no vale
shift-ask-loss-changed = El turno se cambió y ya no es de quien lo tenía. Queda como está planeado ahora.
shift-ask-loss-over = El turno ya pasó. Queda como estaba planeado.
shift-ask-loss-both = Esta persona ya está en este turno.
shift-ask-loss-apart = Esta persona ya no está en esta guardia.
shift-ask-loss-lacks = No puede tomar este puesto: el turno se quedaría sin { $who }.
rota-add = Planificar una guardia
rota-change = Cambiar el plan
rota-form = Planificar quién está de guardia
rota-disagrees = Dos dispositivos planificaron esto a la vez. Se muestran ambos planes y ambos cuentan; guarde uno para terminarlo.
rota-name = ¿Cómo se llama?
rota-kind = ¿Para quién?
rota-kind-supervisors = Supervisores de coaches
rota-kind-coaches = Coaches de guardia
rota-kind-team = Un equipo mixto
rota-zone = ¿Según qué reloj?
rota-from = Primer día
rota-until = Último día
rota-until-hint = Déjelo vacío si continúa.
rota-people = Personas
rota-people-words = Cualquiera con teléfono. Alguien sin dispositivo de la agencia, como un policía, se nombra aquí y no lee nada.
rota-person-which = ¿Quién?
rota-person-other = Alguien sin dispositivo
rota-person-add = Poner en la guardia
rota-person-name = Nombre
rota-phone = Teléfono
rota-discipline = Profesión
discipline-supervisor = Supervisor
discipline-peer = Coach o par
discipline-officer = Policía
discipline-paramedic = Paramédico
discipline-clinician = Personal clínico
discipline-other = Otra persona
rota-turns = Horas y turnos
rota-turn-add = Más horas
rota-turn-remove = Quitar estas horas
rota-group = Turno { $number }
rota-group-empty = Nadie: eso es un hueco.
rota-group-add = Un turno más
rota-group-remove = Un turno menos
rota-rotate = El turno pasa
rota-rotate-weekly = cada semana, el lunes
rota-rotate-shift = con cada guardia
rota-days = ¿Qué días?
rota-at = Desde
rota-ends-at = Hasta
rota-more = ¿Y cuántos días más?
rota-more-days =
    { $count ->
        [0] Ninguno
        [one] 1 día más
       *[other] { $count } días más
    }
rota-meant = ¿Cuándo hace falta alguien?
rota-meant-words = En estas horas se buscan huecos, dos semanas por delante.
rota-always = Día y noche
rota-needs = ¿Quién hace falta como mínimo?
rota-count = ¿Cuántas personas como mínimo? { $who }
rota-fallback = ¿A quién se pregunta después, por este orden?
rota-fault-name = Escriba cómo se llama.
rota-fault-people = Ponga a alguien.
rota-fault-person = Cada persona necesita un nombre y un teléfono.
rota-fault-turns = Agregue horas.
rota-fault-hours = Revise los días y las horas.
rota-fault-group = Revise quién hace qué turno.
rota-fault-until = Revise el primer y el último día.
on-call-title = Quién está de guardia
more-on-call-words = Supervisores y coaches, ahora y en los próximos días

## Una tarjeta sobre un coach

coach-card-title = Tarjeta
coach-card-own = Mi tarjeta
coach-card-of = Tarjeta de { $name }
coach-card-words = Lo que los participantes pueden leer sobre un coach. Solo el coach decide qué dice.
coach-card-words-own = Lo que los participantes pueden leer sobre usted. Solo usted decide qué dice.
coach-card-none = Todavía no hay tarjeta.
coach-card-write = Escribir mi tarjeta
coach-card-change = Cambiar mi tarjeta
coach-card-suggest = Proponer palabras
coach-card-approve = Sí, se puede mostrar
coach-card-waits = Propuesta; el coach todavía no ha contestado:
coach-card-waits-own = Alguien propone estas palabras para su tarjeta:
coach-card-approved = Aprobada por { $name }, { $when }
coach-card-speaks = Habla { $languages }
coach-card-form-words = Nada que no le contaría a alguien que acaba de conocer. Lo que usted ha vivido es suyo.
coach-card-name = Cómo le llaman los participantes
coach-card-english = Sobre usted, en inglés
coach-card-spanish = Sobre usted, en español
coach-card-languages = Idiomas que habla
coach-card-missing = Hace falta un nombre y algunas palabras.
resource-own-staff = Apoyo solo para su propio personal. Nunca se enlaza con un participante.
resource-own-staff-is = Solo para su propio personal
bill-left =
    { $count ->
        [one] Queda fuera 1 persona: ningún consentimiento válido hoy nombra a este pagador.
       *[other] Quedan fuera { $count } personas: ningún consentimiento válido hoy nombra a este pagador.
    }

# La cámara, para códigos
camera-picture = Lo que ve la cámara
camera-wait = Esperando la cámara. Permítala si el dispositivo lo pregunta.
camera-aim = Sosténgalo derecho, de modo que el código llene la imagen.
camera-not-allowed = Esta página no tiene permiso para usar la cámara. Permítalo en los ajustes del navegador.
camera-missing = Aquí no hay una cámara que esta página pueda usar.
camera-broken = La cámara no arranca. Quizás otra aplicación la está usando.
camera-ended = La cámara está apagada.
camera-again = Mirar otra vez
camera-stop = Detener

# Entregar sin el relé
hand-on-title = Sin señal
more-hand-on-words = Dar lo nuevo a un colega, o dejar que lo lleve
hand-on-words = Dé lo que espera aquí al teléfono de un colega, o deje que lo lleve a donde haya señal. Funciona con todo lo que transmite apagado.
hand-on-sealed = Va sellado. Nadie puede leerlo, salvo lo que trata de alguien a quien atiende.
hand-on-side = Dar o recibir
hand-on-give = Dar
hand-on-take = Recibir
hand-on-show = Mostrar códigos
hand-on-show-hint = El otro teléfono los toma con su cámara, uno tras otro.
hand-on-file = Hacer un archivo
hand-on-file-hint = Caben más cosas que en los códigos. Guárdelo en una memoria USB o páselo como prefiera.
hand-on-made = En este paquete
hand-on-own =
    { $count ->
        [one] 1 entrada suya que el relé no tiene
       *[other] { $count } entradas suyas que el relé no tiene
    }
hand-on-people =
    { $count ->
        [one] sobre 1 persona
       *[other] sobre { $count } personas
    }
hand-on-others =
    { $count ->
        [one] 1 entrada de otras personas que viaja con usted
       *[other] { $count } entradas de otras personas que viajan con usted
    }
hand-on-sent =
    { $count ->
        [one] 1 entrada suya que el relé ya tiene, para quien no se haya conectado desde entonces
       *[other] { $count } entradas suyas que el relé ya tiene, para quien no se haya conectado desde entonces
    }
hand-on-left =
    { $count ->
        [one] 1 entrada no cupo en los códigos. En un archivo cabe más.
       *[other] { $count } entradas no cupieron en los códigos. En un archivo cabe más.
    }
hand-on-left-file =
    { $count ->
        [one] 1 entrada no cupo en este archivo y espera aquí al relé.
       *[other] { $count } entradas no cupieron en este archivo y esperan aquí al relé.
    }
hand-on-counts-then = Cuentan como enviadas solo cuando el relé las tiene.
hand-on-none = Aquí no espera nada
hand-on-none-words = No hay nada que dar desde este dispositivo.
hand-on-code = Código { $at } de { $count }
hand-on-at = { $at } de { $count }
hand-on-keep = Se repiten hasta que el otro teléfono los tenga todos. El que falte vuelve a salir.
hand-on-pause = Pausa
hand-on-run = Seguir
hand-on-previous = Anterior
hand-on-next = Siguiente
hand-on-done = Listo
hand-on-save = Guardar el archivo
hand-on-saved = El archivo está guardado.
hand-on-file-kept = El archivo no lleva el nombre de nadie, y nadie fuera de la agencia puede abrirlo.
hand-on-camera = Usar la cámara
hand-on-camera-hint = Ponga este dispositivo frente a los códigos del otro.
hand-on-no-camera = Este programa no tiene cámara. Reciba un archivo.
hand-on-open = Abrir un archivo
hand-on-open-hint = Uno que termina en .handrail
hand-on-unreadable = Este archivo no se puede leer. No se cambió nada.
hand-on-reading = Recibiendo el archivo
hand-on-codes = Códigos hasta ahora
hand-on-got =
    { $have } de { $of ->
        [one] 1 código
       *[other] { $of } códigos
    }
hand-on-other-code = Es un código de otro tipo, o de una versión más nueva de Handrail.
hand-on-anew = Este es otro paquete. Se empieza de nuevo.
hand-on-instead = También puede abrir un archivo.
hand-on-taken = Recibido
hand-on-entries =
    { $count ->
        [one] Ya se puede leer aquí 1 entrada.
       *[other] Ya se pueden leer aquí { $count } entradas.
    }
hand-on-entries-people =
    { $count ->
        [one] Sobre 1 persona.
       *[other] Sobre { $count } personas.
    }
hand-on-carried =
    { $count ->
        [one] 1 entrada viaja con este dispositivo hasta el relé.
       *[other] { $count } entradas viajan con este dispositivo hasta el relé.
    }
hand-on-waiting =
    { $count ->
        [one] 1 entrada espera aquí a otra anterior o a noticias del equipo.
       *[other] { $count } entradas esperan aquí a otras anteriores o a noticias del equipo.
    }
hand-on-set-aside =
    { $count ->
        [one] 1 entrada no estaba como debe y no se recibió.
       *[other] { $count } entradas no estaban como deben y no se recibieron.
    }
hand-on-known = Nada de lo que trae es nuevo aquí.
hand-on-carry-on = Lo que usted lleva cuenta como enviado solo cuando el relé lo tiene. Abra esta aplicación donde haya señal.
hand-on-another = Recibir otro
sync-carried = Llevado para otras personas
parcel-problem-other-file = Esto no es un paquete de Handrail. Elija el archivo que guardó la otra persona.
parcel-problem-newer = Este paquete viene de una versión más nueva de Handrail. Actualice esta aplicación y vuelva a intentarlo.
parcel-problem-too-large = Este archivo es más grande que cualquier paquete. Elija el archivo que guardó la otra persona.
parcel-problem-other-agency = Este paquete viene de otra agencia y no se puede recibir nada de él.
parcel-problem-key-not-here = Este dispositivo todavía no conoce la llave de este paquete. Conéctelo una vez y vuelva a recibir el paquete.
parcel-problem-key-gone = Este paquete es más antiguo que las llaves de su agencia. Quien lo hizo se conecta una vez y hace otro.
parcel-problem-damaged = Este paquete se dañó en el camino. Pídalo otra vez. No se ha perdido nada.

## Entre coaches

coaches-title = Entre coaches
more-coaches-words = Preguntas y respuestas entre colegas
coaches-readers = Lo leen los coaches y supervisores de esta agencia.
coaches-write = Diga o pregunte algo
coaches-your-answer = Su respuesta
coaches-hint = Sin nombres ni nada que delate a alguien. Esto lo leen personas que no pueden leer su expediente.
coaches-save = Publicar
coaches-later = Ahora no
coaches-answer = Responder
coaches-answer-to = Responder a { $name }
coaches-answers-to = Respuestas a { $name }
coaches-missing = Escriba algo primero.
coaches-too-long =
    Como máximo { $limit } caracteres: { $over ->
        [one] sobra 1
       *[other] sobran { $over }
    }. No se pierde nada.
coaches-empty-title = Nadie ha dicho nada todavía
coaches-empty-words = Pregunte cómo lo hacen los demás, cuente qué funcionó o diga que fue un día difícil.
coaches-none = Nadie lo ha empezado todavía
coaches-not-begun = Un administrador de su agencia puede empezarlo, en esta página.
coaches-begin-words = Aquí hablan entre sí los coaches, también los principales, y los supervisores. Nadie más recibe las llaves.
coaches-begin = Empezarlo
coaches-wait = Ya se empezó y aparecerá aquí en cuanto el relé lo haya transmitido.
coaches-earlier = Mostrar anteriores
coaches-new = Nuevo
coaches-back = Retirar
coaches-back-of = Retirar lo que usted dijo, { $when }
coaches-back-title = ¿Retirarlo?
coaches-back-words = Los demás leerán que se retiró, y ya no lo que decía.
coaches-taken-back = Retirado
coaches-away = Apartar
coaches-away-of = Apartar lo que dijo { $name }, { $when }
coaches-away-title = ¿Apartarlo?
coaches-away-words = Entonces nadie lo lee más aquí. Todos leen el nombre de usted y su motivo.
coaches-put-away = Apartado por { $by }: { $reason }
coaches-named-title = ¿Nombra esto a alguien?
coaches-named-words = Parece nombrar a: { $names }.
coaches-named-why = Quien lee esto no lee su expediente, y a esa persona no se le preguntó.
coaches-named-change = Cambiarlo
coaches-named-anyway = Publicarlo de todos modos
