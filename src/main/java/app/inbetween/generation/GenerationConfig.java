package app.inbetween.generation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "inbetween.generation")
interface GenerationConfig {

    /** Schedules; "off" for a node that only serves pages. */
    String dispatchEvery();

    String pollEvery();

    String finishEvery();

    /** How long whoever waits for a clip has the machine to themselves before its poster and preview are drawn. */
    @WithDefault("250ms")
    Duration finishAfter();

    String rescueEvery();

    String heartbeatEvery();

    String janitorEvery();

    /** Clips of one person that may be under way at once. */
    @WithDefault("2")
    int maxConcurrentPerUser();

    /** Generations one node works on at once. */
    @WithDefault("32")
    int maxInHand();

    /** Questions about running jobs one node waits for at once. Each waits on a thread of its own. */
    @WithDefault("256")
    int maxQuestions();

    /** Of these, to one provider: one that does not answer must not keep the others from being asked. */
    @WithDefault("64")
    int maxQuestionsPerProvider();

    /** How long the next of several questions waits for its turn before they are all left for another time. */
    @WithDefault("10s")
    Duration turnWithin();

    /** How long a claim holds without a heartbeat. */
    @WithDefault("30s")
    Duration lease();

    /** How often a lost job may be sent again, where that costs nothing. */
    @WithDefault("10")
    int maxAttempts();

    /** How long a provider may take over one clip. */
    @WithDefault("60m")
    Duration patience();

    /** How long credits stay held while nobody knows how a job ended. */
    @WithDefault("24h")
    Duration unknownFor();

    /** How long a clip waits for a provider that has trouble. */
    @WithDefault("24h")
    Duration strandedFor();

    /**
     * How long a job must be unknown before a provider that does not know it either is believed. Longer than any submission is
     * waited for, and than a list may lag behind.
     */
    @WithDefault("2m")
    Duration absentAfter();

    /** Tries to bring a finished film home before somebody has to look. */
    @WithDefault("10")
    int maxSaves();

    /** How long a film that its provider does not have any more is asked for again before its credits come back. */
    @WithDefault("7d")
    Duration missedFor();

    /** How old a stored file without a row must be before it is removed. */
    @WithDefault("1h")
    Duration orphanGrace();
}
