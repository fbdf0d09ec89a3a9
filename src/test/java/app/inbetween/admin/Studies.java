package app.inbetween.admin;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import app.inbetween.SettableClock;
import app.inbetween.account.People;
import app.inbetween.ledger.Bookkeeper;
import app.inbetween.ledger.Correction;
import app.inbetween.ledger.Grant;
import app.inbetween.ledger.Ledger;
import app.inbetween.price.Credits;

/** People who spend on days that no other test knows, and pages as they are read. */
@ApplicationScoped
public class Studies {

    @Inject
    People people;
    @Inject
    Ledger ledger;
    @Inject
    Bookkeeper books;
    @Inject
    SettableClock clock;

    /** Someone with the welcome credits and 900 more. */
    public UUID person(String name) {
        UUID user = people.register(name).id;
        ledger.grant(Grant.of(user, Credits.of(900), "Spring film", user.toString()));
        return user;
    }

    public UUID spends(UUID user, String day, int credits, String title) {
        clock.set(Instant.parse(day + "T12:00:00Z"));
        UUID clip = UUID.randomUUID();
        books.hold(user, clip, credits, title);
        books.capture(clip, Credits.of(credits), "");
        return clip;
    }

    public void isGivenBack(UUID clip, String day, int credits) {
        clock.set(Instant.parse(day + "T13:00:00Z"));
        ledger.refund(clip, Correction.of(Credits.of(credits), "last frame missed", clip + day));
    }

    public static String html(String path) {
        return given().urlEncodingEnabled(false).get(path).then().statusCode(200).extract().asString();
    }

    public static String page(String path) {
        return text(html(path));
    }

    /** What a person reads. */
    public static String text(String html) {
        return html.replaceAll("(?s)<svg.*?</svg>", " ").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    /** The lines of a file below its head, each as its fields; for files without quotes. */
    public static List<String[]> lines(String path) {
        String file = html(path);
        return Arrays.stream(file.substring(1).split("\r\n")).skip(1).map(line -> line.split(",", -1)).toList();
    }
}
