package app.inbetween.admin.rule;

/** Why an administrator changes a rule. */
final class Reasons {

    static final String WANTED = "Say why, in 3 to 300 characters; it is kept in the audit.";

    private Reasons() {
    }

    static boolean isOne(String reason) {
        return reason.length() >= 3 && reason.length() <= 300;
    }
}
