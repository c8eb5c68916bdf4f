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
import-words = Elija un archivo CSV de su otro sistema, con una persona por línea y los nombres de las columnas arriba.
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
device-unnamed = Un dispositivo sin nombre
device-own = Este dispositivo
device-leaving = Se retirará cuando haya conexión
device-removed = Retirado
device-lost = Este dispositivo se perdió
device-state = Cómo guarda lo que tiene
device-remove-title = ¿Se perdió «{ $device }»?
device-remove-will = Lo que pasa ahora
device-remove-keys = Se cambian todas las claves que tenía. No podrá leer nada de lo que se escriba desde ahora.
device-remove-wipes = Cuando se abra otra vez con conexión, entrega lo que no había enviado y después se borra.
device-remove-kept = Lo que llegó aquí se conserva. Lo que entregue tarde se aparta para que usted lo lea; no se pierde.
device-remove-sheet = Se guarda una hoja: de quién era, cómo estaba cerrado y de quiénes tenía expedientes.
device-remove-wont = Lo que esto no puede hacer
device-remove-remains = Mientras esté apagado o sin conexión, nada le llega. Lo que hay en él se queda ahí, cifrado, detrás de su frase de acceso.
device-remove-lease = Se cierra solo tras { $days } días sin contacto, pero hasta entonces puede abrirlo quien sepa la frase de acceso.
device-remove-drafts = Una nota que se empezó en él y no se guardó se pierde.
device-remove-final = Esto no se puede deshacer. La persona puede recibir otro dispositivo.
device-remove-go = Retirarlo del equipo
device-leaving-said = Se está retirando
device-invite = Enlace para otro dispositivo
device-invite-words = Abra este enlace en el dispositivo nuevo. Lleva allí las mismas personas.
device-holds = Lo que pueden leer estos dispositivos
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
pin-hint = De 4 a 8 cifras. Que no sea su cumpleaños.
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
help-request = Lea esto, cifra por cifra:
help-code = El código que escucha
help-code-hint = 20 cifras. Los espacios no importan. Sirve una sola vez.
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
crisis-checked = Revisado el { $day }
crisis-unchecked = Sin revisar: su agencia puede confirmarlo o quitarlo.
crisis-source = De dónde viene
crisis-source-of = De dónde viene: { $name }
crisis-version = Lista { $version }, en uso desde el { $day }

## Sending

unfinished-title = Falta terminar de unirse
unfinished-words = La conexión se cortó antes de que el relé respondiera. Sus claves están guardadas en este dispositivo.
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
        [one] 1 registro
       *[other] { $count } registros
    }
sync-sent = Último envío
sync-reached-supervisor = Llegó a supervisión
sync-reached-coach = Llegó al coach
sync-now = Enviar y recibir ahora
sync-fetched = { $amount }, { $count } registros hasta ahora
sync-quarantined =
    { $count ->
        [one] 1 registro se apartó porque no se pudo abrir. Lo demás no cambia.
       *[other] { $count } registros se apartaron porque no se pudieron abrir. Lo demás no cambia.
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
accesses-copied = Copiado. Puede pegarlo en una hoja de cálculo.
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
emergency-answers = Aquí la supervisión de guardia pide un expediente de personas que acompaña otro coach. Su dispositivo responde por sí solo mientras está abierto, por 12 horas, si encuentra a la única persona de quien se trata.
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
numbers-small = Un número del 1 al 10 no se muestra nunca. Si en un mes hubo 10 personas o menos, no se muestra nada de ese mes.
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
first-referrer-words = Usted deriva personas a la agencia. Llame a un coach o a supervisión para derivar a alguien: derivar desde la aplicación no está en esta versión.
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
role-title = Papel
role-choice = Su papel
role-go = Cambiar el papel
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
removed-words = Su agencia dijo que este dispositivo se perdió o ya no se usa. Se borraron los expedientes de su equipo que había en él, y sus claves. Aquí no se puede deshacer.
removed-whose = Solo se borró «{ $name }». Las demás personas de este dispositivo pueden seguir.
removed-kept = Lo que usted había escrito se entregó antes a su equipo. Su supervisor puede leerlo.
removed-left =
    { $count ->
        [one] 1 nota no se pudo entregar: no estaba terminada o el relé no la aceptó. Escríbala de nuevo de memoria.
       *[other] { $count } notas no se pudieron entregar: no estaban terminadas o el relé no las aceptó. Escríbalas de nuevo de memoria.
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
away-words = Su agencia cierra un dispositivo que no llegó al equipo en { $days } días, por si se perdió. Todo lo que usted escribió está a salvo en él.
away-waiting =
    { $count ->
        [one] 1 entrada espera para enviarse. Se conserva.
       *[other] { $count } entradas esperan para enviarse. Se conservan.
    }
away-connect = Conéctese un momento a internet. Entonces se abre solo.
away-try = Intentar ahora
away-help = ¿Sin internet? Llame a su supervisor.
away-open = Abrir con este código
lease = Cerrar dispositivos sin contacto
lease-hint = Para toda la agencia. Un dispositivo que pasa tanto tiempo sin llegar al equipo se cierra hasta que llegue, o hasta que un supervisor ayude por teléfono.
lease-waits = Espera al relé.
lease-never = Nunca
lease-days = Después de { $days } días

## La hoja de un dispositivo

group-extra = Una reunión más
group-extra-add = Añadir la reunión
group-off-written = Una persona canceló la reunión y otra anotó quién vino. Diga que sí hubo reunión, o quite a quienes anotó.
group-off-and-came = { $count }, aunque se canceló
group-fixed = Ya está anotado quién vino: la reunión ya no se cancela ni se cambia de día. Si está mal, quite eso primero.
group-differs = Su expediente dice otra cosa
group-differs-mend = Escribirlo en su expediente
group-differs-mend-of = Escribirlo en el expediente: { $name }
group-differs-reason = La hoja del grupo dice otra cosa
group-stays-began = Lo lee de todos modos: el grupo empezó con esta persona.
group-stays-reads-all = Lo lee de todos modos: quien supervisa lee todos los grupos.
group-failed-refused = Mientras tanto la agencia cambió y no se aceptó. Lo que escribió sigue aquí.
group-failed-left = Quien iba a dirigirlo ya no está en el equipo. Elija a otra persona. Lo que escribió sigue aquí.
group-again = Intentar de nuevo
group-is-extra = Añadida
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
call-out-begin = Tengo una llamada
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
referral-due = Hay que referir a más tardar el { $day }, a menos que la persona diga que no.
referral-late = Había que referir a más tardar el { $day }, y la persona no ha dicho que no.
referral-made = Referencia hecha: { $day }
referral-declined = Dijo que no a una referencia: { $day }
referrals-due = Referencias pendientes
# Grupos que se reúnen
groups-title = Grupos
group-is-off = No se celebra: { $why }
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
links-on-missing = Elija un día que ya haya llegado.
field-linked-outcome = En qué quedó
sheet-title = Dispositivo perdido: { $device }
sheet-facts = Lo que se sabe
sheet-whose = De quién
sheet-device = Dispositivo
sheet-out = Retirado
sheet-out-by = Por { $name }, { $when } (entrada { $entry } de la lista)
sheet-missing = La hoja aún no está aquí, o no la firmó quien retiró el dispositivo.
sheet-heard = Último dato antes
state-database = Base de datos
state-encrypted = Cifrada, cada página con ChaCha20-Poly1305 (SQLite3MC)
state-unknown = Este dispositivo nunca dijo cómo guarda lo que tiene.
state-lock = Cierre
state-lock-cost = Frase de acceso, Argon2id: { $memory } MiB y { $passes } pasadas por intento. No se sabe si también lo abre una llave de acceso.
state-pin = En uso. Solo abre el dispositivo tras un cierre por tiempo, 8 horas y 5 intentos como máximo, no tras un reinicio.
state-no-pin = Ninguno
state-passkey-title = Llave de acceso
state-passkey = En uso. Abre el dispositivo con la huella, la cara o el código del propio dispositivo.
state-said = Fuente
state-said-when = El propio dispositivo, firmado con su clave, { $when }
state-lease = Sin contacto
state-lease-days = Se cierra solo tras { $days } días
state-lease-never = No se cierra solo
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
late-disputed = Mientras tanto alguien escribió otra cosa en el registro. Al incorporarlo queda lo que se muestra arriba. Si lo otro es lo correcto, cámbielo después en el registro.
late-taken = Incorporado por { $by }, { $when }.
late-taken-twice = Se incorporó más de una vez. Retire todos menos uno en el expediente.
late-taken-said = Incorporado al expediente
sheet-late-count =
    { $count ->
        [0] Nada hasta ahora
        [one] 1 entrada, apartada
       *[other] { $count } entradas, apartadas
    }
sheet-rotated = Claves cambiadas
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
sheet-ask-locked = ¿Cerrado o apagado? ¿Quién sabía la frase de acceso?
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
keep-stale = Hay que revisar estas reglas. La ley puede haber cambiado.
hold-title = Retenciones legales
hold-by = { $author }, { $when }
hold-ended = Terminó: { $author }, { $when }. { $reason }
hold-set = Conservarlo: retención legal
hold-words = Mientras hay una retención, nadie puede hacer olvidar este expediente. En el expediente queda quién la puso y por qué.
hold-end = Terminar esta retención
hold-end-words = Después vuelven a contar las reglas. Queda quién terminó la retención y por qué.
hold-saved = La retención quedó anotada.
hold-end-saved = El fin de la retención quedó anotado.
forget-open = Olvidar a esta persona
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
certificate-remains = Lo que esto no demuestra: el kit de recuperación, un enlace que alguien guardó y un dispositivo perdido abren una copia de seguridad anterior del relé. También queda lo que alguien haya copiado.
certificate-keys-old = Las llaves de estos dispositivos todavía abren una copia de seguridad anterior del relé. Unas llaves nuevas lo terminan.
certificate-keys-renewing = { $count ->
    [one] Ya hay llaves nuevas. Un dispositivo todavía tiene las anteriores.
   *[other] Ya hay llaves nuevas. { $count } dispositivos todavía tienen las anteriores.
}
certificate-keys-new = Ningún dispositivo tiene una llave que abra una copia de seguridad anterior del relé.
renew-keys = Dar llaves nuevas
renew-keys-words = Con llaves nuevas, las copias anteriores del relé ya no se pueden abrir con las llaves de sus dispositivos. Hágalo una vez, después de todas las personas que quiera olvidar. Cada dispositivo participa cuando vuelva a tener conexión.
renew-keys-done = Las llaves cambian en cuanto se pueda avisar al relé.
certificate-copy = Copiar certificado
certificate-copied = Copiado. Puede pegarlo en un documento e imprimirlo.
certificate-proof = Orden firmada (hexadecimal)
# Reglas propias de conservación
rules-own = Reglas de su agencia: { $id } { $version }
rules-app = Reglas que vienen con la aplicación: { $id } { $version }
rules-set = Las puso en vigor { $author }, { $when }
rules-review = Hay que revisarlas después del { $day }
rules-next = Hay otras reglas puestas que empiezan a valer el { $day }.
rules-unreadable = Su agencia tiene reglas que esta versión de la aplicación no puede leer. Actualice la aplicación. Hasta entonces, aquí ningún expediente cuenta como pasado de plazo.
rules-open = Poner las reglas de su agencia
rules-title = Reglas de su agencia
rules-words = Cargue un archivo con las reglas que sigue su agencia. Antes de que valga nada, ve qué cambiaría y para quién. Las reglas por sí solas no borran nada.
rules-lawyer = Pregunte antes a un abogado. Cómo se escribe un archivo así está en retention-rules.md, junto a las demás guías de la aplicación.
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
    [one] A una persona se la podría olvidar antes que ahora
   *[other] A { $count } personas se las podría olvidar antes que ahora
}
rules-later = { $count ->
    [one] El expediente de una persona se conservaría más tiempo que ahora
   *[other] Los expedientes de { $count } personas se conservarían más tiempo que ahora
}
rules-due = { $count ->
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
rules-done = Las reglas valen. Los demás dispositivos las reciben con el próximo contacto.
rules-faults = Estas reglas todavía no se pueden usar:
rules-fault-large = Es más texto del que necesitan unas reglas. Como máximo 64 KB.
rules-fault-json = Esto no es JSON. No se puede leer desde la línea { $line }, carácter { $column }.
rules-fault-unknown = Línea { $line }, carácter { $column }: las reglas no tienen ningún campo «{ $text }».
rules-fault-missing = Antes de la línea { $line }, carácter { $column }: falta el campo «{ $text }».
rules-fault-value = Línea { $line }, carácter { $column }: aquí no puede estar «{ $text }». Los números son enteros y no menores que cero; los días se escriben como 2026-11-30.
rules-fault-format = Estas reglas se escribieron para una versión más nueva de la aplicación. Actualice la aplicación.
rules-fault-none = No contiene ninguna regla.
rules-fault-review = El día de la revisión (review_by) es anterior al primer día (valid_from).
rules-fault-id = Regla { $line }: «{ $text }» no puede ser un identificador. Use letras minúsculas, cifras y guiones, 40 como máximo.
rules-fault-text = Regla { $line } ({ $text }): falta un texto en inglés o en español, o la fuente.
rules-fault-time = Regla { $line } ({ $text }): no conserva los expedientes ningún tiempo, o más de 100 años.
rules-fault-twice = Regla { $line } ({ $text }): hay otra con el mismo identificador y el mismo primer día.
rules-fault-checked = Regla { $line } ({ $text }): está marcada como verificada. Diga qué día se comprobó (checked_on).
program-not-in-use = Un ejemplo, no está en uso
program-missing = Aquí ya no hay ningún programa.
program-changes = Cambios de su organización
program-from = Desde el { $day }
program-disagree = Dos personas lo cambiaron de distinta manera. Cámbielo otra vez para aclararlo.
program-part-duty = Lo que toca: { $id }
program-part-phase = Fase: { $id }
program-part-site = Lugar: { $id }
program-part-eligibility = Quién puede participar
program-part-referral = Quién puede derivar
program-part-matching = Cómo se asignan los consejeros
program-part-work = Cómo trabajan los consejeros
program-part-status = Si está en marcha
program-part-partner = Socio: { $id }
program-part-funder = Quien lo paga: { $id }
program-duties = Lo que toca
program-duties-none = Nada más que lo que toca a todas las personas.
program-every-day = Cada día
program-value = { $what }: { $number }
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
program-partners = Socios
program-funders = Quién paga
program-started = { $status }, desde { $started }
program-sites = Lugares
program-site-planned = Previsto
program-site-opens = Desde el { $day }
program-intercept = Intercepto { $number }
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
program-fault-id = «{ $part }» no puede ser un identificador. Use letras minúsculas, cifras y guiones, 40 como máximo.
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
barc10-curve = Capital de recuperación, { $count } totales. El primero es { $first }, el último es { $last }. La tabla de abajo los tiene todos.
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
around-professionals-words = De cada sistema, con quién trata. Pregunte antes de hablar con alguien: un consentimiento firmado dice qué se puede contar.
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
resource-not-yet = Elija un día que ya haya llegado.
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
groups-empty-ask = Aquí están los grupos que usted dirige o en los que participa. Los empieza una persona supervisora.
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
group-whom-hint = Quien viene no necesita expediente aquí.
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
group-takes-place = Se celebra
group-off-or-not = ¿Se celebra?
group-off-or-move = Cancelarla o cambiarla
group-on-again = Sí se celebra
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
       *[other] { $count } reuniones: { $average } personas de media, { $most } como máximo
    }
group-heads =
    { $count ->
        [0] Todavía no hay nadie anotado
        [one] 1 persona
       *[other] { $count } personas
    }
group-others-came =
    { $count ->
        [one] Vino una persona más a quien acompaña otra persona.
       *[other] Vinieron { $count } personas más a quienes acompaña otra persona.
    }
group-others =
    { $count ->
        [one] Una más a quien acompaña otra persona.
       *[other] { $count } más a quienes acompaña otra persona.
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
group-first-name-add = Añadir el nombre
group-more = ¿Y cuántas personas más?
group-remove = Quitar
group-remove-of = Quitar a { $name }
group-all-written = Todas las personas están anotadas
group-done = { $name } anotó a todas las personas. { $when }
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
off-weather = El tiempo
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
rhythm-newer = Una versión más nueva de la aplicación sabe cuándo.
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
