package app.inbetween.generation.failover;

import app.inbetween.generation.Ask;
import app.inbetween.generation.Failover;

/** What to do about a clip that failed. */
sealed interface Decision {

    /** Another clip is to be asked for in its place. */
    record StandIn(Ask ask) implements Decision {
    }

    /** Nothing. */
    record Leave(Failover why) implements Decision {
    }
}
