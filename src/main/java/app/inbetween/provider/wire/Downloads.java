package app.inbetween.provider.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.ResultLostException;

/** Brings films home from where a provider says they are, and trusts none of it. A film is kept byte for byte. */
@ApplicationScoped
public class Downloads {

    static final int MOST_REDIRECTS = 5;

    private static final Limits LIMITS = new Limits(1L << 30, Duration.ofMinutes(15), Duration.ofSeconds(30));

    private final Wire wire;
    private final Clock clock;
    private final Destinations destinations;
    private final Limits limits;

    /**
     * @param most bytes of a film
     * @param all time it may take
     * @param idle time without a byte
     */
    record Limits(long most, Duration all, Duration idle) {
    }

    @Inject
    public Downloads(Wire wire, Clock clock) {
        this(wire, clock, new Destinations(), LIMITS);
    }

    Downloads(Wire wire, Clock clock, Destinations destinations, Limits limits) {
        this.wire = wire;
        this.clock = clock;
        this.destinations = destinations;
        this.limits = limits;
    }

    /**
     * @param location where the provider says the film is, in its own words
     * @param hosts where this provider's films may be
     * @param to a path that does not exist yet
     * @throws ResultLostException if it is gone, or no film, or at no address, or may not be fetched from there
     * @throws ProviderUnavailableException if it cannot be had now
     * @throws IOException if {@code to} cannot be written
     */
    public void fetch(String location, ResultHosts hosts, Path to) throws IOException {
        URI from;
        try {
            from = URI.create(location);
        } catch (IllegalArgumentException e) {
            // Its words would hold the address, and that one perhaps the right to read there.
            throw new ResultLostException("The film is at no address that can be read");
        }
        fetch(from, hosts, to);
    }

    /**
     * @param from where the provider says the film is
     * @param hosts where this provider's films may be
     * @param to a path that does not exist yet
     * @throws ResultLostException if it is gone, or no film, or may not be fetched from there
     * @throws ProviderUnavailableException if it cannot be had now
     * @throws IOException if {@code to} cannot be written
     */
    void fetch(URI from, ResultHosts hosts, Path to) throws IOException {
        long deadline = System.nanoTime() + limits.all.toNanos();
        URI at = from;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Answer answer = ask(vetted(at, hosts), to, deadline);
            if (!isRedirect(answer)) {
                accept(answer, to);
                return;
            }
            at = next(at, answer);
        }
        throw new ResultLostException("The film's address leads on and on.");
    }

    /**
     * A film from a server of the operator's own, which may want a header of its own. Leads nowhere else.
     *
     * @throws ResultLostException if it is gone, or no film
     * @throws ProviderUnavailableException if it cannot be had now
     * @throws IOException if {@code to} cannot be written
     */
    public void fetchOwn(Call call, Path to) throws IOException {
        accept(ask(call, to, System.nanoTime() + limits.all.toNanos()), to);
    }

    private Call vetted(URI uri, ResultHosts hosts) {
        try {
            return destinations.vetted(Call.get(uri), hosts);
        } catch (RefusedAddressException e) {
            throw new ResultLostException(e.getMessage());
        } catch (IOException e) {
            throw new ProviderUnavailableException(e.getMessage(), e);
        }
    }

    private Answer ask(Call call, Path to, long deadline) throws IOException {
        try {
            Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            return wire.download(call.within(left), to, limits.most, limits.idle);
        } catch (Body.TooLargeException e) {
            throw new ResultLostException("What lies where the film should be is larger than " + limits.most + " bytes.");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException e) {
            throw new ProviderUnavailableException(e.getMessage(), e);
        }
    }

    private static boolean isRedirect(Answer answer) {
        return answer.status() / 100 == 3 && answer.header("location").isPresent();
    }

    private static URI next(URI at, Answer answer) {
        try {
            return at.resolve(URI.create(answer.header("location").orElseThrow().strip()));
        } catch (IllegalArgumentException e) {
            throw new ResultLostException("The film's address leads to something that is no address.");
        }
    }

    private void accept(Answer answer, Path to) throws IOException {
        int status = answer.status();
        if (status >= 500 || status == 408 || status == 425 || status == 429 || status / 100 == 1) {
            throw new ProviderUnavailableException("The film cannot be had now: HTTP " + status,
                    answer.retryAfter(clock.instant()));
        }
        if (status != 200) {
            throw new ResultLostException("The film is gone: HTTP " + status + ".");
        }
        if (!FilmFile.begins(to)) {
            Files.delete(to);
            throw new ResultLostException("What lies where the film should be is no film.");
        }
        if (!FilmFile.isWhole(to)) {
            Files.delete(to);
            throw new ProviderUnavailableException("The film arrived in part only");
        }
    }
}
