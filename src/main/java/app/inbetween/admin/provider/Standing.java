package app.inbetween.admin.provider;

/** Where a provider stands, in a word. */
public enum Standing {
    READY("Ready", "good"),
    OFF("Switched off", "warn"),
    TROUBLE("Trouble", "bad"),
    ABSENT("Not set up", "plain");

    private final String words;
    private final String tone;

    Standing(String words, String tone) {
        this.words = words;
        this.tone = tone;
    }

    public String words() {
        return words;
    }

    /** As style sheets know it. */
    public String tone() {
        return tone;
    }
}
