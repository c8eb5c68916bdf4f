/* Lets WebKitWebDriver drive the window of a program that does not allow it.
 *
 * A shipped program must not be open to automation: whoever drives it reads
 * what is on the screen. So the program has no switch for it, and the tests,
 * which start the unchanged program, load this library into it with
 * LD_PRELOAD. It stands in for three calls of WebKitGTK's users:
 *
 * - a context that is told to forbid automation allows it,
 * - a web view is made as one that automation controls,
 * - an automation session that wants a window gets the one there is.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <webkit2/webkit2.h>

static WebKitWebView *window_view;

static WebKitWebView *give_view(WebKitAutomationSession *session, gpointer nothing) {
    (void) session;
    (void) nothing;
    return window_view;
}

static void started(WebKitWebContext *context, WebKitAutomationSession *session, gpointer nothing) {
    (void) context;
    (void) nothing;
    g_signal_connect(session, "create-web-view", G_CALLBACK(give_view), NULL);
}

void webkit_web_context_set_automation_allowed(WebKitWebContext *context, gboolean allowed) {
    void (*real)(WebKitWebContext *, gboolean) =
        dlsym(RTLD_NEXT, "webkit_web_context_set_automation_allowed");
    (void) allowed;
    real(context, TRUE);
    g_signal_connect(context, "automation-started", G_CALLBACK(started), NULL);
}

GObject *g_object_new_with_properties(GType type, guint count, const char *names[], const GValue values[]) {
    GObject *(*real)(GType, guint, const char **, const GValue *) =
        dlsym(RTLD_NEXT, "g_object_new_with_properties");
    if (!g_type_is_a(type, WEBKIT_TYPE_WEB_VIEW))
        return real(type, count, names, values);
    for (guint at = 0; at < count; at++)
        if (g_str_equal(names[at], "is-controlled-by-automation"))
            g_value_set_boolean((GValue *) &values[at], TRUE);
    GObject *view = real(type, count, names, values);
    window_view = WEBKIT_WEB_VIEW(view);
    return view;
}
