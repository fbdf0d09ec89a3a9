package app.inbetween.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import io.smallrye.health.api.Wellness;

/** A detail for whoever looks after the server. Always up: restarting or cutting off a node mends no books. */
@Wellness
@ApplicationScoped
class BooksHealth implements HealthCheck {

    @Inject
    Checks checks;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("books").up();
        checks.last().ifPresentOrElse(
                check -> answer.withData("findings", check.findings()).withData("checked", check.started().toString()),
                () -> answer.withData("checked", "not yet"));
        return answer.build();
    }
}
