package app.inbetween.generation;

/** Whoever asked for the clip has called it off just before it was paid for: nothing may be sent any more. */
class CalledOffException extends RuntimeException {

    CalledOffException(Claim claim) {
        super("Generation " + claim.generation() + " was called off before it was sent");
    }
}
