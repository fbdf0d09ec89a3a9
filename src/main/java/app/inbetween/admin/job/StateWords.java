package app.inbetween.admin.job;

import app.inbetween.generation.State;

/** Where a clip stands, as administrators read it. */
final class StateWords {

    private StateWords() {
    }

    static String of(State state) {
        return switch (state) {
            case QUEUED -> "Waiting";
            case SUBMITTING -> "Being sent";
            case RUNNING -> "Rendering";
            case UNKNOWN -> "Outcome unknown";
            case SAVING -> "Being saved";
            case NEEDS_ATTENTION -> "Needs attention";
            case SUCCEEDED -> "Delivered";
            case FAILED -> "Failed";
            case CANCELLED -> "Cancelled";
        };
    }

    /** As style sheets know it; empty for nothing in particular. */
    static String tone(State state) {
        return switch (state) {
            case UNKNOWN, NEEDS_ATTENTION -> "warn";
            case SUCCEEDED -> "good";
            case FAILED -> "bad";
            case QUEUED, SUBMITTING, RUNNING, SAVING -> "accent";
            case CANCELLED -> "plain";
        };
    }
}
