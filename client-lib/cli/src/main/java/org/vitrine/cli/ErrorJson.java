package org.vitrine.cli;

/** Writes a failure as {@code {"error":NAME,"message":TEXT,"exit_code":N}}. */
final class ErrorJson {
    private ErrorJson() {}

    static String of(CommandFailure failure) {
        return Json.object(json -> {
            json.writeStringField("error", failure.errorName());
            json.writeStringField("message", failure.text());
            json.writeNumberField("exit_code", failure.exitCode());
        });
    }
}
