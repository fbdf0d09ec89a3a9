package app.inbetween.generation;

/** A provider has told of a job. It is claimed in the transaction that fires this, and asked after once that is committed. */
record HeardOf(Assignment job) {
}
