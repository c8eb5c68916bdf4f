## Names and small words

app-name = Handrail
back = Volver
close = Cerrar
cancel = Cancelar
save = Guardar
saving = Guardando…
loading = Cargando…
starting = Abriendo…
not-now = Ahora no
call = Llamar
text = Texto
log = Anotar
call-name = Llamar a { $name }
text-name = Enviar texto a { $name }
log-for = Anotar un contacto con { $name }
value-yes = Sí
language-english = English
language-spanish = Español
passphrase = Frase de acceso
field-show = Ver
field-hide = Ocultar
field-show-passphrase = Ver la frase de acceso
field-hide-passphrase = Ocultar la frase de acceso
stepper-less = Menos: { $what }
stepper-more = Más: { $what }
skip-to-content = Ir al contenido
device-default-name = Mi dispositivo
saved-here =
    { $place ->
        [phone] Guardado en este teléfono
       *[computer] Guardado en esta computadora
    }
toast-undo = Deshacer
toast-undone = Deshecho. Queda en el historial.
undo-reason = Deshecho justo después de guardar
progress-of = { $done } de { $total }
whose-coach = Coach: { $coach }

## Dates, times, amounts

time-morning = { $hour }:{ $minute } a. m.
time-afternoon = { $hour }:{ $minute } p. m.
day-today = hoy
day-yesterday = ayer
day-tomorrow = mañana
day-short = { $weekday }, { $day } { $month }
day-with-year = { $day } { $month } { $year }
day-long = { $weekday }, { $day } de { $month }
day-full = { $day } de { $month } de { $year }
day-and-time = { $day }, { $time }
weekday-short-mon = lun
weekday-long-mon = lunes
weekday-short-tue = mar
weekday-long-tue = martes
weekday-short-wed = mié
weekday-long-wed = miércoles
weekday-short-thu = jue
weekday-long-thu = jueves
weekday-short-fri = vie
weekday-long-fri = viernes
weekday-short-sat = sáb
weekday-long-sat = sábado
weekday-short-sun = dom
weekday-long-sun = domingo
month-short-jan = ene
month-long-jan = enero
month-short-feb = feb
month-long-feb = febrero
month-short-mar = mar
month-long-mar = marzo
month-short-apr = abr
month-long-apr = abril
month-short-may = may
month-long-may = mayo
month-short-jun = jun
month-long-jun = junio
month-short-jul = jul
month-long-jul = julio
month-short-aug = ago
month-long-aug = agosto
month-short-sep = sep
month-long-sep = septiembre
month-short-oct = oct
month-long-oct = octubre
month-short-nov = nov
month-long-nov = noviembre
month-short-dec = dic
month-long-dec = diciembre
bytes-kilo = { $amount } KB
bytes-mega = { $amount } MB
bytes-giga = { $amount } GB
reached-never = Aún sin contacto
reached-today = Contacto hoy, { $time }
reached-days-ago =
    { $count ->
        [one] Contacto ayer
       *[other] Contacto hace { $count } días
    }
reached-on = Contacto: { $day }

## First screens

welcome-words = Para coaches de recuperación y quienes les apoyan. Sus notas quedan en su propio dispositivo, bajo llave, y funcionan sin señal.
welcome-join = Tengo una invitación
welcome-join-words = Únase a su agencia con el enlace que le dieron.
welcome-found = Crear una agencia
welcome-found-words = Después podrá invitar a su equipo.
welcome-sample = Explorar con datos de ejemplo
welcome-sample-words = Personas inventadas. Nada sale de este dispositivo.
welcome-building = Preparando la agencia de ejemplo…
found-title = Crear una agencia
found-agency = Nombre de la agencia
found-agency-hint = Todo su equipo lo verá.
own-name = Su nombre
own-name-hint = Como le conoce su equipo.
join-name-hint = Como le conoce su equipo. Déjelo vacío si este es otro dispositivo suyo.
new-passphrase = Elija una frase de acceso
new-passphrase-hint = Al menos 10 caracteres. Cuatro o cinco palabras sencillas sirven bien. Nadie puede cambiarla por usted.
again-passphrase = Escríbala otra vez
found-relay-fold = Por dónde pasan los datos
found-relay = Dirección del relé
found-relay-hint = El relé pasa datos bajo llave entre los dispositivos de su equipo. No puede leerlos. Déjelo vacío para que todo quede en este dispositivo.
found-submit = Crear la agencia
found-busy = Creando sus llaves…
join-title = Únase a su agencia
join-link = Enlace de invitación
join-link-hint = Pegue el enlace completo que recibió.
join-read = Revisar el enlace
join-found = La invitación es válida.
join-relay = Relé: { $relay }
join-fingerprint = Huella, para comparar con quien le invitó:
join-submit = Unirme
join-busy = Uniéndose…
kit-title = Su hoja de rescate
kit-words = Estas 24 palabras pueden rescatar { $agency } si se pierden todos los dispositivos. Escríbalas en papel en este orden, o imprima esta página, y guarde el papel en un lugar seguro.
kit-warning = Quien tenga estas palabras puede abrirlo todo. No tome una foto. Solo se muestran ahora.
kit-fingerprint = Huella de la agencia:
kit-qr = Código que abre la página para volver
kit-qr-words = En un teléfono nuevo, la cámara lee este código y abre la página para volver, con las primeras 16 palabras ya escritas. Las últimas 8 están solo en este papel: escríbalas usted.
kit-next = Ya las tengo en papel
kit-print = Imprimir esta página
kit-ask-title = Revise su hoja
kit-ask-words = Escriba estas palabras de su hoja.
kit-word = Palabra { $position }
kit-confirm = Listo
kit-again = Ver las palabras otra vez
lock-title = Bloqueado
lock-submit = Desbloquear
lock-busy = Abriendo…
lock-wait = Intente en { $wait }
lock-forgot = ¿La olvidó? Pida otra invitación a su supervisor. Lo que ya se envió no se pierde.
lock-sample = Son datos de ejemplo. La frase de acceso es: { $passphrase }
lock-now = Bloquear ahora
elsewhere-title =
    { $place ->
        [window] Ya está abierto
       *[computer] Abierto en otra pestaña
    }
elsewhere-words =
    { $place ->
        [window] Handrail está abierto en otra ventana de esta computadora. Solo puede haber una a la vez, para que nada se mezcle. Cierre esa ventana y siga aquí.
       *[computer] Handrail está abierto en otra pestaña o ventana. Solo puede haber una a la vez, para que nada se mezcle.
    }
elsewhere-unanswered =
    { $place ->
        [window] La otra ventana sigue abierta. Ciérrela e intente de nuevo.
       *[computer] La otra pestaña no respondió. Ciérrela e intente de nuevo.
    }
elsewhere-asking =
    { $place ->
        [window] Comprobando…
       *[computer] Avisando a la otra pestaña…
    }
storage-damaged = Los datos guardados están dañados
storage-damaged-help = Handrail no puede leer sus datos aquí. Pida otra invitación a su supervisor: lo que ya se envió se puede recuperar.
storage-foreign = Estos no son datos de Handrail
storage-foreign-help = Donde Handrail guarda sus datos hay datos de otro programa. Pregunte a quien cuida sus dispositivos.
storage-newer = Actualice Handrail
storage-newer-help =
    { $place ->
        [window] Una versión más nueva escribió los datos de este dispositivo. Instale esa versión y abra Handrail otra vez.
       *[computer] Una versión más nueva escribió los datos de este dispositivo. Cierre todas las pestañas de Handrail y ábralo otra vez con conexión.
    }
storage-full = No queda espacio
storage-full-help = Este dispositivo está lleno. Borre algunas fotos o aplicaciones y abra Handrail otra vez.
storage-unavailable =
    { $place ->
        [window] No hay lugar para sus notas
       *[computer] Las ventanas privadas no guardan sus notas
    }
storage-unavailable-help =
    { $place ->
        [window] Esta computadora no indica ninguna carpeta donde Handrail pueda guardar sus datos. Pregunte a quien cuida sus dispositivos.
       *[computer] Esta ventana del navegador olvida todo al cerrarse. Abra Handrail en una ventana normal.
    }
storage-io = No se pudo leer o guardar
storage-io-help = Falló al leer o guardar. Reinicie el dispositivo y abra Handrail otra vez.

## Places, keyboard, banners

places-label = Lugares
place-today = Hoy
place-people = Personas
place-log = Anotar
place-team = Equipo
place-more = Más
sample-mark = Datos de ejemplo
keys-hint = Oprima ? para ver las teclas
comes-later = Esta parte de Handrail todavía está llegando a este dispositivo. Necesita señal una vez.
update-ready = Hay una versión nueva. Sus borradores se conservan.
update-apply = Actualizar ahora
update-later = Más tarde
choose-somebody = Elija a una persona de la lista

## Today

today-title = Hoy
today-owed-count =
    { $count ->
        [0] Nadie le espera
        [one] 1 persona le necesita hoy
       *[other] { $count } personas le necesitan hoy
    }
today-settled-count =
    { $count ->
        [one] 1 hecho
       *[other] { $count } hechos
    }
today-owed = Necesitan contacto
today-settled = Hecho hoy
today-drafts = Sin terminar
today-draft = Contacto con { $name }
today-nobody = Aún no hay nadie
today-nobody-words = Agregue a la primera persona o traiga su lista desde un archivo.
today-nothing-owed = Todo en calma
today-nothing-owed-words = Hoy no hay contactos pendientes. Gracias por estar ahí.
today-all-done = Ya buscó a todas las personas
today-all-done-words = Esa es la lista de hoy. Tome un respiro.
owed-daily = Contacto diario, día { $day }: { $state }
owed-no-intake = aún sin fecha de ingreso
owed-intake-asked = ingreso pedido, sin confirmar
owed-intake-tentative = ingreso sin confirmar
owed-intake-tentative-on = ingreso sin confirmar (tentativo: { $day })
owed-intake-disagrees = dos respuestas sobre el ingreso
owed-fell-through = la fecha de ingreso no se mantuvo
owed-again-since = El contacto vuelve a ser diario desde: { $day }.
owed-since = Salió del hospital: { $day }.
days-missed =
    { $count ->
        [one] 1 día sin contacto
       *[other] { $count } días sin contacto
    }
tried-today = Se intentó hoy
today-ahead = Próximamente
today-hushed = Pospuesto por ahora
days-late =
    { $count ->
        [one] 1 día de retraso
       *[other] { $count } días de retraso
    }
owed-today = Necesita contacto hoy
two-versions = Dos versiones
safe-no-voicemail = No dejar mensaje de voz.
safe-not-after = No después de las { $time }.
today-draft-details = Datos de { $name }
today-draft-referral = Cómo llegó { $name } al programa
today-draft-plan = Plan de { $name }
today-draft-around = Alguien cercano a { $name }
today-draft-barc10 = Diez frases: { $name }
today-draft-appointment = Cita de { $name }
today-draft-other = Algo sobre { $name }

## People

people-title = Personas
people-search = Buscar nombre, teléfono, etiqueta o palabras
people-filter = Mostrar
people-all = Todas
people-mine = Mías
people-add = Agregar persona
people-import = Desde un archivo
people-more = Ver más
people-count =
    { $count ->
        [one] 1 persona
       *[other] { $count } personas
    }
people-narrow = Se muestran las primeras { $count }. Escriba más para encontrar a las demás.
people-no-match = No se encontró a nadie
people-no-match-words = Pruebe con menos letras o de otra forma.
people-snippet = En el expediente: { $text }
add-title = Agregar persona
add-words = Con un nombre basta para empezar.
add-submit = Agregar
edit-title = Editar datos
edit-unsaved = Lo que escribió aquí antes todavía no está guardado.
edit-submit = Guardar
detail-name = Nombre legal
detail-preferred-name = Nombre que usa
detail-pronouns = Pronombres
detail-phone = Teléfono
detail-birth-date = Fecha de nacimiento
detail-program = Programa
detail-phase = Fase
detail-safe-contact = Contacto seguro
detail-no-voicemail = No dejar mensaje de voz
detail-not-after = No llamar después de
detail-language = Idioma
detail-tags = Etiquetas
hint-preferred-name = Cómo quiere que le llamen.
hint-name = Solo si es distinto.
hint-safe-contact = En palabras sencillas, por ejemplo: pregunte por Dee.
hint-not-after = Se muestra antes de llamar.
hint-tags = Separadas por comas.

## One person

person-missing = No se encontró
details-title = Datos
guard-call-title = Antes de llamar a { $name }
guard-text-title = Antes de enviar texto a { $name }
guard-call-now = Llamar ahora
guard-call-anyway = Llamar de todos modos
guard-text-now = Enviar texto ahora
guard-text-anyway = Enviar texto de todos modos
guard-late = Es más tarde de lo que pidió.
guard-no-phone = No hay teléfono de { $name }
guard-no-phone-words = Agregue un número en los datos.
duty-until = El contacto diario termina cuando se confirma una fecha de ingreso.
duty-settled = El contacto de hoy está hecho
duty-ended = Ingreso confirmado. Terminó el contacto diario.
duty-ended-on = Ingreso confirmado: { $day }. Terminó el contacto diario.
conflict-by = { $author }, { $when }
obligations-title = Qué corresponde y por qué
obligation-owed = { $what }. Para: { $day }
obligation-next = { $what }. Próximo: { $day }
obligation-ahead = { $what }: { $day }
obligation-watch = { $what }, hasta: { $day }
obligation-daily = Contacto diario
obligation-step-down = Contacto después del ingreso
obligation-judge = ¿La base es firme?
obligation-regular = Contacto regular
obligation-before-release = Contacto antes de la salida
obligation-after-release = Contacto después de la salida
obligation-perinatal = Contacto en el embarazo y después del parto
obligation-hand-off = Entrega acompañada
obligation-court = Tribunal
obligation-group = Contacto tras faltar al grupo
obligation-injection = Próxima inyección
obligation-first-contact = Primer contacto
obligation-risk = Días de mayor riesgo de sobredosis
because-confirmed = Ingreso confirmado: { $day }.
because-in-program = En el programa desde: { $day }.
because-last-reached = Último contacto: { $day }.
because-never-reached = Aún sin contacto.
because-missed-group = Faltó al grupo: { $day }.
because-injection = La próxima inyección está prevista para: { $day }. Lo decide la clínica.
because-release-passed = Se esperaba la salida: { $day }. Averigüe si ya ocurrió.
because-every =
    { $count ->
        [one] Corresponde un contacto cada día.
       *[other] Corresponde un contacto cada { $count } días.
    }
because-tried =
    { $count ->
        [one] Se intentó una vez desde entonces.
       *[other] Se intentó { $count } veces desde entonces.
    }
because-not-judged = Nadie ha dicho aún que la base sea firme.
because-not-handed-off = Aún no se ha anotado ninguna entrega.
because-not-yet = Todavía falta: { $what }.
because-high-risk = En estos días una sobredosis es más probable. Estar cerca ayuda.
because-program = Programa: { $program }.
ends-judgement = Termina cuando alguien dice que la base de la recuperación es firme.
ends-release = Termina cuando se anota la salida.
ends-day = Termina después de: { $day }.
ends-day-provisional = Termina después de: { $day }, contado desde la fecha prevista del parto hasta que se sepa el parto.
ends-hand-off = Termina cuando se anota la entrega.
ends-contact = Termina cuando hay contacto.
ends-injection = Termina con la próxima inyección.
put-off = Posponer
put-off-words = Sigue en esta página y se sigue contando. Diga por qué y cuándo mostrarlo de nuevo.
put-off-for = Mostrar de nuevo en
put-off-days =
    { $count ->
        [one] 1 día
       *[other] { $count } días
    }
mute = Silenciar por ahora
mute-words = Nada se cierra y todo se sigue contando. Una fecha nueva, como salir otra vez del hospital, se muestra igual.
show-again = Mostrar de nuevo
show-again-words = Diga en pocas palabras por qué vuelve.
hushed-until = Pospuesto hasta: { $day }. { $reason }
hushed-muted = Silenciado. { $reason }
milestone-add-other = Otra fecha
milestone-other-words = De estas fechas se deduce lo que corresponde.
milestone-other-what = ¿Qué hay ese día?
milestone-other-day = Día
milestone-enrolled = Entró al programa
milestone-said-no = Dijo que no antes de inscribirse
milestone-left-program = Dejó el programa
milestone-overdose = Sobredosis
milestone-first-appointment = Fue a la primera cita
milestone-in-treatment = En tratamiento ese día
milestone-left-treatment = Dejó el tratamiento
milestone-return-to-use = Vuelta al consumo
milestone-back-in-treatment = En contacto de nuevo con el tratamiento
milestone-solid-foundation = La base es firme
milestone-community-support = Apoyo en la comunidad
milestone-handed-off = Entrega acompañada
milestone-release-expected = Salida prevista
milestone-released = Salió en libertad
milestone-back-in-custody = De nuevo bajo custodia
milestone-due-date = Fecha prevista del parto
milestone-birth = Parto
milestone-court-date = Fecha en el tribunal
milestone-injection = Inyección aplicada
milestone-injections-ended = Fin de las inyecciones
milestones-title = Fechas importantes
milestone-add-discharge = Salió del hospital
milestone-add-intake = Ingreso a tratamiento
milestone-discharged = Salió del hospital: { $day }
milestone-intake = Ingreso: { $status }
milestone-intake-on = Ingreso: { $status }, { $day }
milestone-change = Cambiar
milestone-change-of = Cambiar: { $what }
milestone-void-of = Marcar como no válido: { $what }
milestone-discharge-day = Día en que salió
milestone-intake-day = Día de ingreso, si se sabe
milestone-discharge-words = Desde este día se debe un contacto diario hasta confirmar una fecha de ingreso.
milestone-intake-words = Solo una fecha confirmada termina el contacto diario.
intake-asked = Pedido
intake-tentative = Tentativo
intake-confirmed = Confirmado
timeline-title = Contactos
timeline-empty = Aún no hay contactos
timeline-empty-words = Anote el primero cuando quiera.
timeline-more = Ver contactos anteriores
entry-by = por { $author }
entry-written-later = escrito después
entry-late = Llegó tarde, de un dispositivo de { $from } que había sido retirado: escrito { $written } según su reloj, incorporado por { $by }, { $when }.
entry-edited = Editado
entry-edit = Editar
entry-edit-of = Editar el contacto: { $when }
entry-void = Marcar como no válido
entry-void-of = Marcar como no válido: contacto, { $when }
entry-restore = Hacer válido otra vez
entry-history = Historial
entry-voided = No válido: { $reason } ({ $by }, { $when })
void-title = Marcar como no válido
void-words = Se puede seguir leyendo, pero ya no cuenta. Puede recuperarlo.
reason-label = ¿Por qué?
figure-minutes = { $count } min
figure-naloxone =
    { $count ->
        [one] 1 kit de naloxona
       *[other] { $count } kits de naloxona
    }
figure-miles =
    { $miles ->
        [one] 1 milla
       *[other] { $miles } millas
    }

## Logging a contact

log-title = Contacto con { $name }
log-choose-title = ¿Con quién fue?
log-how = Cómo
log-outcome = ¿Hubo contacto?
log-activities = Qué hicimos
log-note = Nota (opcional)
log-note-hint = Escriba solo lo que ayude. Algún día podrían leerlo.
log-now = Ahora mismo
log-earlier = Antes
log-discard = Descartar
log-discarded = Descartado.
log-kept = Lo que escribió se conserva.
kind-bedside = Junto a la cama
kind-phone = Teléfono
kind-text = Mensaje de texto
kind-video = Video
kind-community = En la comunidad
kind-custody = En la cárcel
kind-court = Tribunal
kind-appointment = Cita
kind-group = Grupo
kind-other = Otro
outcome-reached = Hubo contacto
outcome-no-answer = No contestó
outcome-left-message = Dejé mensaje
outcome-not-there = No estaba
outcome-declined = Por ahora no quiso
activity-sat-with = Acompañé
activity-check-in = Saludo y apoyo
activity-planning = Metas
activity-treatment = Entrar a tratamiento
activity-medication = Medicación
activity-resources = Recursos
activity-advocacy = Abogué por la persona
activity-recovery-community = Reunión o autoayuda
activity-housing = Vivienda
activity-employment = Trabajo
activity-transportation = Transporte
activity-court = Tribunal
activity-family = Familia
activity-life-skills = Vida diaria
activity-wellness = Salud y bienestar
activity-naloxone-training = Uso de naloxona
log-missed = Qué se interpuso
log-along = Adónde fuimos
log-with = Quién más estuvo
log-about = De qué sistema se trató
log-intercept = Punto de intercepción
log-more = Más sobre este contacto
circumstance-along-court = Tribunal
circumstance-along-parenting-class = Clase de crianza
circumstance-along-self-help = 12 pasos o autoayuda
circumstance-along-treatment = Tratamiento
circumstance-along-medical = Médico o clínica
circumstance-along-dental = Dentista
circumstance-along-resource-center = Centro de recursos familiares
circumstance-along-office = Oficina de vivienda, trabajo o ayudas
circumstance-along-coffee = Café o un paseo
circumstance-with-paramedics = Paramédicos
circumstance-with-firefighters = Bomberos
circumstance-with-police = Policía
circumstance-with-crisis-team = Equipo de crisis
circumstance-with-coach = Otro coach
circumstance-about-child-welfare = Protección de menores
circumstance-about-treatment-court = Tribunal de tratamiento
circumstance-about-juvenile-justice = Justicia juvenil
circumstance-about-probation = Libertad condicional
circumstance-about-custody = Cárcel o prisión
circumstance-about-community-services = Servicios comunitarios
circumstance-about-clinic = Clínica
circumstance-missed-transport = Sin transporte
circumstance-missed-child-care = Sin quien cuide a los niños
circumstance-missed-work = Trabajo
circumstance-missed-illness = Malestar
circumstance-missed-no-phone = Sin teléfono
circumstance-intercept-0 = 0 · Servicios comunitarios
circumstance-intercept-1 = 1 · Primera respuesta
circumstance-intercept-2 = 2 · Primera audiencia
circumstance-intercept-3 = 3 · Cárcel o tribunal
circumstance-intercept-4 = 4 · Regreso a casa
circumstance-intercept-5 = 5 · Supervisión en la comunidad
field-when = Cuándo
field-minutes = Minutos
field-miles = Millas recorridas
field-naloxone = Kits de naloxona entregados
field-intake-status = Estado del ingreso
field-day = Día
field-time = Hora

## File import

column-first-name = Nombre
column-last-name = Apellido
column-external-id = Número en el otro sistema
column-discharged-on = Día en que salió del hospital
column-intake-on = Día de ingreso
column-intake-status = Estado del ingreso
warning-short-row = La fila tiene menos celdas que la primera línea. El resto se tomó como vacío.
warning-phone-unclear = El número de teléfono no se puede marcar así. Se guardó como está escrito.
warning-phone-digits-lost = La hoja de cálculo había perdido dígitos del teléfono. No se guardó.
reason-name-missing = Falta el nombre
reason-bad-date = No es una fecha
reason-birth-in-future = La fecha de nacimiento es futura
reason-bad-time = No es una hora
reason-yes-or-no = Debe ser sí o no
reason-bad-status = Debe ser pedido, tentativo o confirmado
reason-confirmed-without-date = Un ingreso confirmado necesita su fecha
reason-wrong-cell-count = Más celdas que columnas
reason-quote-not-closed = Unas comillas no se cierran; pueden faltar filas después
reason-too-long = Una celda es demasiado larga
reason-repeated = La misma persona está en una fila anterior
file-empty = El archivo está vacío.
file-no-rows = El archivo tiene nombres de columnas pero ninguna fila.
file-too-large = El archivo pasa de 10 MB. Divídalo y traiga las partes.
file-too-many-rows = El archivo tiene demasiadas filas. Divídalo y traiga las partes.
file-not-text = Este archivo no es una tabla CSV. En Excel elija Guardar como y luego CSV.

## Team

role-coach = Coach
role-supervisor = Supervisión
invitation-open = Aún sin usar
invitation-used = Usada
invitation-expired = Vencida
invitation-withdrawn = Retirada

## More, settings

theme-device = Como el dispositivo
theme-light = Claro
theme-dark = Oscuro
theme-high-contrast = Alto contraste

## Unlocking and shared phones

welcome-restore = Tengo una hoja de rescate
lock-add =
    { $place ->
        [phone] Agregar a otra persona en este teléfono
       *[computer] Agregar a otra persona en esta computadora
    }
lock-by-passphrase = Usar la frase de acceso
lock-by-pin = Usar el PIN
lock-by-passkey = Abrir con una llave de acceso
welcome-adding = Para otra persona en este dispositivo. Las notas de las demás siguen bajo llave; nadie abre lo que no es suyo.
pin = PIN
field-show-pin = Ver el PIN
field-hide-pin = Ocultar el PIN
help-open = Olvidé mi frase de acceso

## Crisis numbers

crisis-title = Números de crisis

## Sending

pill-local-only =
    { $place ->
        [phone] Solo en este teléfono
       *[computer] Solo en esta computadora
    }
pill-first-fetch = Trayendo a sus personas…
pill-waiting = { $count } por enviar
pill-working = Enviando…
pill-offline =
    { $place ->
        [phone] Sin señal. Todo en este teléfono
       *[computer] Sin conexión. Todo en esta computadora
    }
pill-nothing =
    { $place ->
        [phone] Todo en este teléfono
       *[computer] Todo en esta computadora
    }
pill-sent = Enviado { $sent }
pill-reached-supervisor = Enviado { $sent }, llegó a su supervisor { $reached }
pill-reached-coach = Enviado { $sent }, llegó al coach { $reached }
delivery-here =
    { $place ->
        [phone] En este teléfono, por enviar
       *[computer] En esta computadora, por enviar
    }
delivery-received = De otro dispositivo
delivery-sent = Enviado { $sent }
delivery-reached-supervisor = Enviado { $sent }, llegó al dispositivo del supervisor { $reached }
delivery-reached-coach = Enviado { $sent }, llegó al dispositivo del coach { $reached }
incomplete-waiting = Hay algo sobre esta persona, pero bajo llave. Espera una llave o noticias del equipo.
incomplete-hole = Una entrada anterior sobre esta persona no ha llegado. Se está pidiendo.
incomplete-aside = Algo sobre esta persona se apartó porque no está como debe.
incomplete-withheld = Otro dispositivo tiene entradas sobre esta persona que el relé no le da a este.
trouble-not-a-relay = Esta red pide registrarse
trouble-not-a-relay-help = La respuesta no vino de su relé. En un Wi-Fi público, abra una página web y regístrese primero. Su trabajo está guardado aquí.
trouble-revoked = El relé no reconoce este dispositivo
trouble-revoked-help = Puede que lo hayan retirado del equipo, o que el relé se equivoque. Su trabajo está guardado aquí. Hable con su supervisor.
trouble-lost-data = Devolviendo datos al relé
trouble-lost-data-help = El relé perdió algunos datos. Este dispositivo se los devuelve. Puede seguir trabajando.
trouble-forked = El relé muestra otra lista del equipo
trouble-forked-help = La lista de miembros no coincide con la que conoce este dispositivo. No se envía nada hasta aclararlo. Hable con su supervisor.
trouble-refused = El relé rechazó una entrada
trouble-refused-help = No se aceptó una entrada. Está guardada aquí. Hable con su supervisor.
trouble-withheld = Faltan entradas
trouble-withheld-help = Otros dispositivos tienen entradas que el relé no le da a este. Su trabajo está guardado aquí y se envía. Hable con su supervisor.
trouble-full = No queda espacio en este dispositivo
trouble-full-help = Lo que guardó sigue aquí. Lo que llega de su equipo no se puede guardar hasta que haya espacio: libere un poco y elija «Enviar y recibir ahora».
trouble-storage = Este dispositivo no pudo guardar
trouble-storage-help = Lo guardado antes sigue aquí. Se intenta de nuevo solo. Si esto sigue, cierre Handrail y ábralo otra vez.
trouble-quota = El relé está lleno
trouble-quota-help = Se acabó el espacio de su agencia en el relé. Su trabajo está guardado aquí. Avise a su supervisor.

## Errors

error-locked = Handrail está bloqueado. Desbloquéelo primero.
error-wrong-passphrase = Esa no es la frase de acceso. No se cambió nada.
error-wrong-passphrase-wait = Esa no es la frase de acceso. Intente en { $wait }.
error-too-soon = Espere { $wait } antes de intentar otra vez.
error-passphrase-short = La frase de acceso necesita al menos 10 caracteres.
error-passphrases-differ = Las dos frases de acceso no son iguales. Escríbalas otra vez.
error-already-here = Ya hay una persona con la sesión abierta en este dispositivo. Para agregar a otra, primero bloquéelo y luego elija agregar a otra persona.
error-passkey = Esta llave de acceso no abre Handrail aquí. Use su frase de acceso.
error-words-do-not-match = Las palabras no coinciden. Revise su hoja otra vez.
error-invitation-malformed = El enlace no está completo. Cópielo entero e intente de nuevo.
error-invitation-used = Esta invitación ya se usó. Pida otra.
error-invitation-expired = Esta invitación venció. Pida otra.
error-invitation-withdrawn = Esta invitación fue retirada. Pida otra.
error-roster-mismatch = La respuesta del relé no coincide con la invitación. No siga. Llame a quien le invitó.
error-no-connection = Sin conexión. Revise su señal e intente de nuevo.
error-relay-refused = El relé lo rechazó. Intente de nuevo o hable con su supervisor.
error-relay-full = Este relé no acepta más agencias. Use otra dirección.
error-not-allowed = Su función no lo permite. Pregunte a su supervisor.
error-not-found = Esto no está en este dispositivo.
error-busy = Hay otra lista en proceso. Espere a que termine.
error-storage-full = No queda espacio y esto no se guardó. Borre fotos o aplicaciones e intente de nuevo.
error-interrupted = Handrail se interrumpió. Intente de nuevo.
error-out-of-memory = Este dispositivo tiene muy poca memoria libre. Cierre otras aplicaciones e intente de nuevo.
error-words-count = Una hoja de rescate tiene 24 palabras. Usted escribió { $count }.
error-word-unknown = La palabra { $position } no está en ninguna hoja. Revise cómo se escribe en su papel.
error-words-checksum = Todas las palabras existen, pero juntas no forman una hoja. Una palabra está mal o dos cambiaron de lugar. Compárelas con su papel.
error-unknown-agency = Este relé no conoce la agencia de estas palabras. Revise la dirección y que sea el papel correcto.
error-restore-overtaken = Alguien cambió el equipo mientras la conexión estaba cortada. No se perdió nada, pero hacen falta las 24 palabras otra vez.
error-unsent =
    { $count ->
        [0] Al salir aquí se perdería algo. Escriba el nombre de la agencia para seguir.
        [one] 1 entrada aún no está en ningún otro dispositivo. Espere a tener conexión, o escriba el nombre de la agencia para perderla.
       *[other] { $count } entradas aún no están en ningún otro dispositivo. Espere a tener conexión, o escriba el nombre de la agencia para perderlas.
    }
error-unsent-carried =
    { $count ->
        [one] 1 entrada de otras personas viaja con este dispositivo hasta el relé. Espere a tener conexión, o escriba el nombre de la agencia para perderla.
       *[other] { $count } entradas de otras personas viajan con este dispositivo hasta el relé. Espere a tener conexión, o escriba el nombre de la agencia para perderlas.
    }
error-wrong-pin =
    { $count ->
        [0] Ese no es el PIN. Escriba ahora su frase de acceso.
        [one] Ese no es el PIN. Queda 1 intento.
       *[other] Ese no es el PIN. Quedan { $count } intentos.
    }
error-passphrase-needed = El PIN no abre ahora. Escriba su frase de acceso.
error-wrong-help-code = Ese no es el código de este dispositivo. Pida que se lo lean otra vez.
error-wrong-help-code-wait = Ese no es el código de este dispositivo. Intente de nuevo en { $wait }.
error-help-code-not-whole = El código tiene 20 dígitos. Faltan algunos o sobran.
error-help-refused = Este dispositivo fue retirado de la agencia. No ayude a abrirlo.
error-pin-too-simple = Este PIN es de los primeros que se prueban. Mezcle los dígitos.
invalid-pin = Un PIN tiene de 4 a 8 dígitos.
invalid-agency-name = Escriba el nombre de la agencia.
invalid-own-name = Escriba su nombre.
invalid-relay = Esta no es una dirección de relé. Se ve así: https://relay.example.org.
invalid-name = Escriba un nombre.
invalid-date = Revise la fecha.
invalid-time = Revise el día y la hora. No puede ser en el futuro.
invalid-minutes = Los minutos deben estar entre 0 y 1,440.
invalid-miles = Revise las millas, por ejemplo 12.5.
invalid-naloxone = Los kits deben estar entre 0 y 99.
invalid-note = La nota es demasiado larga.
invalid-reason = Diga por qué, en pocas palabras.
invalid-detail = Revise lo que escribió.
invalid-setting = Este ajuste no es posible.
invalid-hours = Elija por cuánto tiempo sirve el enlace.
invalid-mapping = Revise las columnas. Una debe tener el nombre y ninguna se puede elegir dos veces.
invalid-draft = Este formulario es demasiado largo para conservarlo.
invalid-limit = Como máximo { $limit } bytes.
# Discreción
hide-now = Ocultar y bloquear
cover-back = Volver
limit-person = Mostrar solo a esta persona
error-inspected = Esto está bloqueado mientras la vista limitada está activa.
error-wrong-code = { $tries ->
    [one] Ese no es el código. Queda un intento; después solo abre la frase de acceso.
   *[other] Ese no es el código. Quedan { $tries } intentos.
}
invalid-code = Elija de 4 a 8 dígitos.
accesses-you = Usted
log-opened = Abrió el expediente de { $name }
log-handed-over = Pasó a { $name } con { $about }
log-forgotten = Ordenó olvidar el expediente { $number }
log-keys = Dio llaves nuevas después de olvidar a alguien
log-device-keys = Tomó llaves nuevas en un dispositivo de { $about }
log-rules = Puso en vigor las reglas propias de la agencia para conservar expedientes:
log-rules-app = Volvió a poner en vigor las reglas de conservación de la aplicación
log-copied = Copió el registro de accesos (líneas: { $count })
log-kit = Imprimió la hoja de rescate
log-requirements = Imprimió una hoja de lo que se le pide a una persona
log-help = Dio un código para un dispositivo de { $about }
log-founded = Inició la agencia
log-invited = Invitó a alguien ({ $role })
log-device-invited = Creó un enlace para otro dispositivo de { $about }
log-withdrawn = Terminó una invitación
log-joined = Se unió al equipo
log-device-added = Agregó un dispositivo
log-restored = Volvió con la hoja de rescate
log-device-removed = Retiró un dispositivo de { $about }
log-wiped = Dijo que se borró después de que lo quitaran (sin entregar: { $count })
log-lease-set = Cambió cuándo se bloquean los dispositivos sin contacto
log-role = Cambió la función de { $about }: { $role }
log-left = Terminó la pertenencia de { $about }
log-cover = Pidió a { $about } que cubra las personas de { $coach }
log-cover-ended = Terminó la cobertura de { $about } por { $coach }
accesses-person-title = Quién abrió este expediente
accesses-person-words = Personas que no son su coach. Cada una aparece una vez al día.
# Shared records
share-title = También lee este expediente
share-open = Compartir este expediente
share-dialog = Compartir el expediente de { $name }
share-reads = Podrá leer este expediente, con todo lo escrito hasta ahora, y ningún otro.
share-ends = Después del último día cambian las llaves. Lo que se escriba entonces queda cerrado; lo que ya leyó no se puede deshacer.
share-seen = Cualquiera que lea este expediente puede ver con quién se comparte y por qué.
share-with = Con quién
share-reason = Por qué
share-missing = Elija con quién y el último día, y diga por qué.
share-go = Compartir
share-end-of = Dejar de compartir con { $name }
share-emergency = Abierto en una emergencia
accesses-shared = Compartido con { $guest } hasta { $when }
accesses-emergency = Abierto para { $guest } en una emergencia, hasta { $when }
accesses-ended = Dejó de compartirse con { $guest }
month-of-year = { $month } de { $year }
# Hand-over
hand-over = Pasar a otra persona coach
hand-over-title = Pasar a { $name } a otra persona coach
hand-over-gets = La nueva persona coach recibe todo lo que se escribió sobre { $name }.
hand-over-loses = { $coach } deja de ver a { $name } en cuanto su dispositivo tenga conexión.
hand-over-late = Lo que { $coach } escribió sin señal llegará igual, con su nombre.
hand-over-to = Coach desde ahora
hand-over-choose = Elija quién acompañará desde ahora.
hand-over-reason = Por qué (puede dejarlo vacío)
hand-over-go = Pasar
hand-overs-title = Coaches hasta ahora
handed-over-to = Ahora con { $coach }
handed-over-by = { $author }, { $when }
handed-over-finish = Todavía puede terminar una nota que empezó. Después no quedará nada sobre esta persona en este dispositivo.
handed-over-log = Terminar una nota
departures-title = Con otra persona coach
departures-words = Ya no hay nada sobre estas personas en este dispositivo.
error-handed-over = Esta persona está ahora con { $coach }. No se cambió nada.
# Roles
role-volunteer-coach = Coach voluntario
role-lead = Coach principal
role-on-call-supervisor = Supervisión de guardia
role-clinical-provider = Profesional clínico
role-program-manager = Gerencia del programa
role-referrer = Quien refiere
role-agency-it = Informática de la agencia
role-reads-coach = Solo lee a las personas que acompaña o a quienes cubre.
role-reads-volunteer-coach = Solo lee a las personas que acompaña o a quienes cubre.
role-reads-lead = Solo lee a las personas que acompaña o a quienes cubre.
role-reads-supervisor = Lee a las personas de todo el equipo, las pasa a otra persona coach y cambia quién está en la agencia.
role-reads-on-call-supervisor = Solo lee a sus propias personas. En una emergencia pide un expediente, dice por qué y lo lee durante 12 horas.
role-reads-clinical-provider = Lee los expedientes que se le comparten, hasta el último día, y no escribe nada en ellos.
role-reads-program-manager = Lee las cifras de la agencia. Sin nombres y sin notas.
role-reads-referrer = No lee nombres ni notas.
role-reads-agency-it = No lee nombres ni notas. Cuida los dispositivos y el relé.
member-change-waits = Un cambio está en espera. Se hará en cuanto haya conexión con el relé.
error-last-administrator = Es la última persona que administra. Antes, dé la función de supervisión a otra persona.
covering-for = Cubre a { $coach }
cover-choose = Elija
cover-through = Último día
cover-until = Hasta { $when }
cover-end = Terminar
invalid-day = El grupo ya se reúne ese día. No se cambió nada.
invalid-written = Ya está anotado quién vino. Primero quite eso; luego cancele la reunión o cámbiela de día.

## Un dispositivo que fue retirado, o que pasó demasiado tiempo sin contacto

away-soon =
    { $days ->
        [one] Este dispositivo lleva tiempo sin llegar a su equipo. Conéctelo una vez hoy o mañana, o se bloqueará hasta que lo haga.
       *[other] Este dispositivo lleva tiempo sin llegar a su equipo. Conéctelo una vez en los próximos { $days } días, o se bloqueará hasta que lo haga. Sus notas están a salvo.
    }

## La hoja de un dispositivo

# Conservar y olvidar
keep-open = Cuánto tiempo se conserva este expediente
forget-reason-retention = El plazo terminó
forget-reason-asked = La persona lo pidió
forget-reason-declined = La persona no aceptó el apoyo
forget-reason-mistake = Se anotó por error
error-forgotten = Se ordenó olvidar este expediente. No queda nada de él en este dispositivo.
error-on-hold = Una retención legal conserva este expediente. Primero termine la retención.
to-be-forgotten = { $name } ordenó olvidar este expediente.
to-be-forgotten-words = Aquí escribió algo que nunca se envió. Si es importante, hable con { $name } antes de borrarlo. Ya no se puede enviar nada de este expediente.
to-be-forgotten-go = Borrarlo también aquí
error-kit-unconfirmed = Primero confirme la hoja de rescate. Mientras esté en este dispositivo, lo abre todo.
# Programs
programs-title = Programas
programs-words = Lo que dice un programa decide a quién le toca un contacto y cuándo. Alguien está en un programa cuando el nombre del programa está en sus datos.
programs-in-use = En uso
programs-none = Aún no hay ningún programa en uso
programs-none-words = Hasta entonces se deben los mismos contactos a todas las personas. Empiece con uno de los ejemplos y cámbielo.
programs-samples = Ejemplos para empezar
program-people = { $count ->
    [0] Nadie está en él
    [one] { $count } persona está en él
   *[other] { $count } personas están en él
}
program-trouble = Hay algo que aclarar
program-status-planned = Previsto
program-status-pilot = Programa piloto
program-status-active = En marcha
program-status-ended = Terminado
# Llamadas de salida
call-outs-title = Avisos
call-out-where = Dónde
call-out-place-hint = Solo el lugar. Sin nombres, nada sobre la persona.
call-out-person = Quién dijo que sí
call-out-person-words = Su visita se anota en su expediente, con los minutos.
call-out-new-person = Alguien nuevo
invalid-step = Esa hora no cuadra: es anterior a un paso previo, posterior a uno siguiente, o está en el futuro. No se cambió nada.
referrer-oneself = La persona misma
referrer-family = Familia o amistades
referrer-hospital = Personal del hospital
referrer-ems = Servicios médicos de emergencia
referrer-police = Policía
referrer-crisis-service = Servicio de crisis
referrer-custody = Personal de la cárcel o prisión
referrer-treatment-court = Tribunal de tratamiento
referrer-agent = Agente de libertad condicional
referrer-prosecutor = Fiscalía
referrer-social-worker = Trabajo social del condado
referrer-service-facilitator = Facilitador de servicios de CCS
referrer-provider = Clínica o centro de tratamiento
referrer-community = Organización comunitaria
# Referencia
referral-title = Referencia
invalid-referrer = El programa no acepta referencias de ahí. Lo escrito arriba dice a quién pedirla. No se cambió nada.
legal-voluntary = Por voluntad propia
legal-diversion = Contrato de desvío
legal-sentence = Parte de una sentencia
legal-supervision = Libertad condicional o vigilada
legal-child-welfare = Caso de protección de menores (CHIPS)
resembling-title = ¿Es una de estas personas?
resembling-words = Ya hay alguien parecido aquí, quizá de antes. Mire primero, para que nadie tenga dos expedientes. Si es alguien nuevo, se puede guardar igual.
# The plan
plan-open = Plan y lo que se le pide
plan-add-goal = Agregar una meta
plan-change-goal = Cambiar la meta
plan-add-step = Agregar un paso
plan-change-step = Cambiar el paso
plan-add-barrier = Agregar un obstáculo
plan-change-barrier = Cambiar el obstáculo
plan-add-requirement = Agregar algo que se le pide
plan-change-requirement = Cambiar lo que se le pide
plan-goal-words = La meta
plan-goal-hint = Con sus propias palabras
plan-step-words = El paso
plan-step-hint = Lo bastante pequeño para hacerlo pronto
plan-barrier-words = El obstáculo
plan-barrier-hint = Con sus propias palabras
plan-requirement-words = Lo que tiene que hacer
plan-requirement-hint = En palabras sencillas, como se lo diría
help-medication = Conectar con la medicación
help-treatment = Entrar en tratamiento
help-resources = Encontrar un servicio o recurso
help-advocacy = Hablar a su favor
plan-goal-reached = Alcanzada. Merece un momento juntos.
plan-step-done = Hecho. Cada paso cuenta.
plan-barrier-removed = Superado. Buen trabajo de los dos.
plan-requirement-done = Hecho. Una carga menos.
dimension-health = Salud
dimension-home = Hogar
dimension-purpose = Propósito
dimension-community = Comunidad
area-treatment = Tratamiento o medicación
area-wellness = Bienestar y fortaleza
area-healthy-outlets = Arte, naturaleza, deporte
area-emotions = Los sentimientos y cómo mostrarlos
area-housing = Vivienda segura
area-employment = Trabajo
area-drivers-license = Licencia de conducir
area-transportation = Transporte
area-life-skills = Habilidades para la vida
area-recovery-support = Apoyo en la recuperación
area-community-life = Participar en la comunidad
area-family = Familia
area-other = Otra cosa
origin-own = Propia
origin-court = Ordenada por un tribunal
scope-personal = En la persona
scope-environmental = A su alrededor
standing-open = Pendiente
standing-working = En proceso
standing-done = Hecho
standing-reached = Alcanzada
standing-removed = Superado
standing-let-go = Se dejó
standing-not-required = Ya no se pide
void-words-for-good = Se puede seguir leyendo y ya no cuenta.
invalid-words = Diga en pocas palabras qué es.
invalid-answers = Responda al menos una frase, cada una del 1 al 6.
barc10-item-1 = Hay cosas más importantes para mí en la vida que consumir sustancias.
barc10-item-2 = En general estoy feliz con mi vida.
barc10-item-3 = Tengo suficiente energía para completar las tareas que me propongo.
barc10-item-4 = Siento orgullo de la comunidad en la que vivo y me siento parte de ella.
barc10-item-5 = Recibo mucho apoyo de mis amistades.
barc10-item-6 = Veo mi vida como un reto que me llena, sin necesidad de consumir drogas ni alcohol.
barc10-item-7 = El lugar donde vivo ha ayudado a impulsar mi camino de recuperación.
barc10-item-8 = Asumo toda la responsabilidad de mis actos.
barc10-item-9 = Me siento bien al tratar con distintos profesionales.
barc10-item-10 = Estoy avanzando bien en mi camino de recuperación.
around-open = Personas a su alrededor
relation-family = Familia
relation-partner = Pareja
relation-friend = Amistad
relation-sponsor = Padrino o madrina
relation-peer = También en recuperación
relation-faith = Comunidad de fe
relation-other-support = Persona de confianza
relation-clinic = Clínica
relation-child-welfare = Protección de menores
relation-treatment-court = Tribunal de tratamiento
relation-community-services = Servicios comunitarios
relation-probation = Libertad condicional
relation-custody = Cárcel o prisión
relation-services = Vivienda, trabajo o ayudas
relation-other-professional = Otro profesional
link-in-touch = En contacto
link-lapsed = Perdieron el contacto
link-ended = Terminó
resource-kind-treatment = Tratamiento y medicación
resource-kind-self-help = Reuniones y autoayuda
resource-kind-harm-reduction = Naloxona y reducción de daños
resource-kind-health = Salud y dentista
resource-kind-housing = Vivienda
resource-kind-food = Comida y ropa
resource-kind-transport = Transporte
resource-kind-work = Trabajo, estudios, ayudas
resource-kind-family = Familia e hijos
resource-kind-legal = Tribunal y ayuda legal
resource-kind-partner = Organización asociada
resource-kind-other = Otra cosa
# Ir sin compañía
check-ins-others = Salieron sin compañía
check-in-begin = Voy sin compañía
check-in-words = Diga para cuándo dará señales. Si no las da, el dispositivo de su supervisor lo dirá cuando esté abierto. En peligro llame al 911: nadie recibe una llamada automática.
check-in-within = Daré señales dentro de
check-in-start = Entrar
check-in-by = Señal antes de { $time }
check-in-late = Debía dar señales a las { $time }
check-in-here-only = Aún no se ha enviado. Mientras tanto, nadie puede saberlo.
check-in-sent = Enviado. Ningún dispositivo de supervisión lo ha recibido todavía.
check-in-reached = Un dispositivo de supervisión ya lo sabe.
check-in-end = Ya volví
check-in-longer = { $length } más
check-in-missed = Sin señales
check-in-was-due = debía ser: { $time }
check-in-missed-words = Llame ahora. Puede que su teléfono no tenga señal.
check-in-heard = Ya tengo noticias
check-in-heard-of = Ya tengo noticias de { $name }
figure-hours =
    { $count ->
        [one] 1 hora
       *[other] { $count } horas
    }
# El contacto con el tratamiento
connection-title = Contacto con el tratamiento
connection-asked = Se pidió una fecha
connection-tentative = Se dijo una fecha, sin confirmar
connection-tentative-on = Se dijo una fecha, sin confirmar: { $day }
connection-confirmed = La fecha está confirmada
connection-confirmed-on = La fecha está confirmada: { $day }
connection-attended = Fue a la primera cita: { $day }
connection-after = A los { $days } días
connection-active = En tratamiento
connection-left = Lo había dejado: { $day }
connection-not-said = Sin anotar
connection-ahead = { $day }
connection-returned = Vuelta al consumo: { $day }
connection-back =
    { $days ->
        [0] En contacto de nuevo el mismo día
        [one] En contacto de nuevo después de un día
       *[other] En contacto de nuevo después de { $days } días
    }
connection-not-back =
    { $days ->
        [0] Todavía sin contacto de nuevo, desde hoy
        [one] Todavía sin contacto de nuevo, desde hace un día
       *[other] Todavía sin contacto de nuevo, desde hace { $days } días
    }
# Calendario
calendar-title = Calendario
card-title = Tarjeta para llevar
calendar-person = Citas
calendar-begun = ¿Cómo fue?
calendar-today = Citas de hoy
calendar-tomorrow = Citas de mañana
appointment-court = Tribunal
appointment-treatment = Tratamiento
appointment-medical = Médico o clínica
appointment-dental = Dentista
appointment-self-help = Reunión de recuperación
appointment-parenting-class = Clase para padres y madres
appointment-resource-center = Centro de recursos para familias
appointment-office = Oficina de vivienda, trabajo o ayudas
appointment-child-welfare = Protección de menores
appointment-probation = Libertad condicional
appointment-coffee = Un café o un paseo
appointment-other = Otra cosa
along-coach = Va su coach
along-other = Va otra persona
along-nobody = Va sin compañía
ride-coach = Maneja su coach
ride-booked = Transporte reservado
ride-friends = Llevan familiares o amistades
ride-bus = En autobús
ride-own = Por su cuenta
ride-remote = Por teléfono o video
ride-missing = Aún no hay cómo llegar
upshot-went-along = Fuimos juntos
upshot-was-there = La persona fue
upshot-missed = No se hizo
upshot-called-off = Se canceló
log-payroll = Hizo una tabla de viajes para la nómina ({ $count })
log-calendar = Hizo un archivo de citas para un calendario externo ({ $count })
log-figures = Puso cifras de una medida en un archivo o en papel ({ $count })
log-bill = Hizo una tabla para quien paga ({ $count })
# Qué personas
people-filter-more = Más filtros
people-filter-coach = Coach
people-filter-status = En qué punto están
people-status-waits = Esperan fecha de ingreso
people-status-confirmed = Ingreso confirmado
people-status-not-reached = Dos semanas sin contacto
people-keep = Guardar esta vista
people-keep-words = Se queda en este dispositivo, solo para usted. Póngale un nombre que no diga el de ninguna persona.
people-keep-name = Nombre de la vista
people-unkeep = Dejar de guardar «{ $name }»
lived-own = Mío
lived-loved-one = De alguien a quien quiero
lived-both = Ambos
experience-overdose-hospital = Despertó en un hospital después de una sobredosis
experience-parent-while-using = Tuvo un hijo mientras consumía
experience-mother-in-recovery = Madre o abuela en recuperación
experience-father-in-recovery = Padre o abuelo en recuperación
experience-substance-use = Recuperación del consumo de sustancias
experience-medication = Medicación por consumo de opioides
experience-mental-health = Salud mental
experience-family-disruption = Una familia que se rompió
experience-lost-custody = Perdió la custodia de un hijo
experience-trauma = Trauma
experience-child-protection = Protección de menores
experience-juvenile-justice = Justicia juvenil
experience-criminal-justice = Tribunal, cárcel o prisión
experience-treatment-court = Tribunal de tratamiento
# Quién encaja
fits-title = ¿Quién encaja?
tie-parent = Madre o padre
tie-child = Hija o hijo
tie-sibling = Hermana o hermano
tie-partner = Pareja
tie-other = Van juntos
tie-same = La misma persona, anotada dos veces
same-words = Esta persona se anotó dos veces. Ambos expedientes siguen enteros, cada uno con su plan y sus tareas; aquí se ven los contactos de ambos.
same-open = El otro expediente: { $name }
same-entry = Del otro expediente
# Ayúdeme a decirlo
say-title = Ayúdeme a decirlo
say-state-open = Por decir
say-state-said = Dicho
say-state-let-go = Ya no
log-saying = Imprimió una hoja de lo que una persona quiere decir
log-card = Hizo una tarjeta que lleva una persona
# Enlaces con lo que ayuda
links-title = Con qué se le puso en contacto
links-day = Puesto en contacto: { $day }
links-came = { $what }, { $day }
links-asked = ¿En qué quedó?
links-outcome-of = { $what }: { $name }, { $to }
linked-went = Fue
linked-did-not-go = No fue
linked-turned-away = Le dijeron que no
linked-no-word = Aún no se sabe
error-not-trained = Una capacitación que se requiere no está confirmada para { $coach }. No se cambió nada. «Mi capacitación», en Más, dice cuál; la de otras personas está en Equipo, «Capacitación y personas». Una persona supervisora puede hacer ahí una excepción.
error-not-arrived = Lo que anotó el otro teléfono todavía no llega aquí. No se cambió nada; inténtelo de nuevo cuando los dos hayan tenido señal.
connection-passed = El día confirmado ya pasó: { $day }. No está anotado si fue.
late-rest-details = Datos, como nombre, teléfono o referencia
late-rest-milestone =
    { $count ->
        [one] 1 fecha, como un ingreso
       *[other] { $count } fechas, como un ingreso
    }
late-rest-plan =
    { $count ->
        [one] 1 entrada del plan
       *[other] { $count } entradas del plan
    }
late-rest-appointment =
    { $count ->
        [one] 1 cita
       *[other] { $count } citas
    }
late-rest-around =
    { $count ->
        [one] 1 persona de su entorno
       *[other] { $count } personas de su entorno
    }
late-rest-barc10 =
    { $count ->
        [one] Respuestas al BARC-10
       *[other] Respuestas al BARC-10, { $count } veces
    }
late-rest-put-off =
    { $count ->
        [one] 1 cosa que se dejó para después
       *[other] { $count } cosas que se dejaron para después
    }
late-rest-opened =
    { $count ->
        [one] El expediente se abrió una vez
       *[other] El expediente se abrió { $count } veces
    }
late-rest-readers =
    { $count ->
        [one] 1 cambio de quién lee el expediente
       *[other] { $count } cambios de quién lee el expediente
    }
late-rest-other =
    { $count ->
        [one] 1 entrada de otro tipo
       *[other] { $count } entradas de otro tipo
    }

## Algo no va bien

off-title = Algo no va bien
off-of = Algo no va bien: { $name }
off-report-myself = Tengo que denunciarlo yo
consents-title = Lo que autorizó
