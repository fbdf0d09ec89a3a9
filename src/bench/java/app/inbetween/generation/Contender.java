package app.inbetween.generation;

/** One way to come by a clip; the same provider draws it whichever way is taken. */
interface Contender extends AutoCloseable {

    String name();

    /** Asks for a clip with this prompt. */
    void ask(String prompt) throws Exception;

    /** Returns as soon as the clip that was asked for can be played. */
    void await() throws Exception;

    /** Returns when nothing is done for that clip any more, so that it does not slow down whose turn is next. */
    default void settle() throws Exception {
    }
}
