package app.inbetween.ledger;

/** How a movement changes an account; the four figures keep available + held + spent = granted. */
record Change(Credits available, Credits held, Credits spent, Credits granted) {

    static Change grant(Credits amount) {
        return new Change(amount, Credits.ZERO, Credits.ZERO, amount);
    }

    static Change hold(Credits amount) {
        return new Change(amount.negated(), amount, Credits.ZERO, Credits.ZERO);
    }

    /** Spends a part of what was held, which may be none, and frees the rest. */
    static Change resolve(Credits held, Credits spent) {
        return new Change(held.minus(spent), held.negated(), spent, Credits.ZERO);
    }

    static Change refund(Credits amount) {
        return new Change(amount, Credits.ZERO, amount.negated(), Credits.ZERO);
    }
}
