package app.inbetween.generation;

/** Our claim is not the newest one any more: nothing may be written under it. */
class ReplacedException extends RuntimeException {

    ReplacedException(Claim claim) {
        super("Generation " + claim.generation() + " is past epoch " + claim.epoch());
    }
}
