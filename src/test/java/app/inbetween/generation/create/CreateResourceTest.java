package app.inbetween.generation.create;

import static io.restassured.RestAssured.given;
import static io.restassured.matcher.RestAssuredMatchers.detailedCookie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.inbetween.account.People;
import app.inbetween.frame.Frame;
import app.inbetween.frame.FrameUpload;
import app.inbetween.generation.Generation;
import app.inbetween.media.TestPictures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class CreateResourceTest {

    private static final String ME = "create dora";
    private static final long MEGABYTE = 1024 * 1024;

    @Inject
    People people;
    @Inject
    FrameUpload upload;
    @TempDir
    Path files;

    @Test
    @TestSecurity(user = ME)
    void aFormThatIsNotOursIsRefused() {
        given().multiPart("action", "sample:flower").post("/create").then().statusCode(400)
                .body(containsString("That request could not be read"));
        form().multiPart("action", "remove-first").post("/create").then().statusCode(303);
    }

    @Test
    void whoIsSignedOutIsSentToSignInWithTheirWordsKept() {
        form().multiPart("title", "Dawn to dusk").multiPart("action", "generate").post("/create").then().statusCode(303)
                .header("Location", endsWith("/sign-in?to=/create"))
                .cookie(ParkedForm.COOKIE, detailedCookie().httpOnly(true).path("/create").sameSite("Lax"));
        form().header("HX-Request", "true").multiPart("title", "Dawn to dusk").post("/create").then().statusCode(499);
    }

    @Test
    @TestSecurity(user = ME)
    void theWordsOfAnExpiredSignInAreTakenUpOnce() {
        String kept = new ParkedForm("Dawn to dusk", "the light <moves>", "").cookie().getValue();

        given().cookie(ParkedForm.COOKIE, kept).get("/create").then().statusCode(200)
                .body(containsString("value=\"Dawn to dusk\"")).cookie(ParkedForm.COOKIE, "");
        given().cookie(ParkedForm.COOKIE, "nonsense").get("/create").then().statusCode(200);
    }

    @Test
    @TestSecurity(user = ME)
    void aFrameOfSomebodyElseIsNotTaken() {
        Frame foreign = upload.store(people.register("ben").id,
                file("ben.png", TestPictures.png(TestPictures.quarters(320, 180))),
                "secret.png");

        form().multiPart("first-frame", foreign.id).multiPart("action", "update").post("/create").then().statusCode(303);
        form().multiPart("action", "pick-last:" + foreign.id).post("/create").then().statusCode(303);
        form().multiPart("action", "pick-last:nonsense").multiPart("first-frame", "nonsense").post("/create").then()
                .statusCode(303);

        page().body(not(containsString("secret.png"))).body(not(containsString(foreign.id.toString())));
    }

    @ParameterizedTest
    @TestSecurity(user = ME)
    @CsvSource({ "seconds,9999", "seconds,-3", "seconds,NaN", "seconds,1e308", "seconds,0.0001", "use,2147483647s", "use,-1s",
            "resolution,8k", "fps,-1", "fps,99999999999", "easing,BOUNCE", "model,other/model", "seed,-1", "seed,1e9",
            "price,cheap", "action,sample:nothing", "action,explode", "key,''" })
    void whatTheFormDoesNotOfferBecomesTheNearestThingItDoes(String field, String value) {
        form().multiPart(field, value).post("/create").then().statusCode(303);

        page().body(containsString("name=\"seconds\"")).body(containsString("checked"));
    }

    @Test
    @TestSecurity(user = "create frames")
    void thePriceSaysWhichFrameIsMissing() {
        Desk desk = Desk.opened();
        assertThat(desk.dock()).contains("Choose two frames to begin");

        desk.press("sample:flower");
        assertThat(desk.dock()).doesNotContain("Choose");
        desk.press("remove-last");
        assertThat(desk.dock()).contains("Choose the last frame as well");
        desk.press("sample:flower");
        desk.press("remove-first");
        assertThat(desk.dock()).contains("Choose the first frame as well");
    }

    @Test
    @TestSecurity(user = "create long")
    void textBeyondItsFieldIsKeptAndToldOf() {
        form().multiPart("title", "T".repeat(5000) + "end").multiPart("prompt", "é\0".repeat(9000)).post("/create").then()
                .statusCode(303);

        page().body(containsString("T".repeat(5000) + "end"))
                .body(containsString("A name may have up to 120 characters. This one has 5003."));
    }

    @Test
    @TestSecurity(user = ME)
    void textFarBeyondItsFieldIsRefused() {
        form().multiPart("title", "T".repeat(100_000)).post("/create").then().statusCode(413)
                .body(containsString("That is too much to send at once"));
    }

    @ParameterizedTest
    @TestSecurity(user = "create price")
    @CsvSource({ "1", "-5000", "0" })
    void nothingIsBoughtAtAnotherPriceThanTheOneInForce(String price) {
        fillWithSample();

        formOf("create price").multiPart("price", price).multiPart("action", "generate").post("/create").then().statusCode(422)
                .body(containsString("The price is now 5 credits, not")).body(containsString("Press Generate again"));

        assertThat(clipsOf("create price")).isZero();
    }

    @Test
    @TestSecurity(user = "create key")
    void theSameFormSentTwiceIsOneClipAndAnotherWishUnderItsKeyIsNotTaken() {
        fillWithSample();
        String once = generate("create key", "key-1", 5).statusCode(303).extract().header("Location");

        assertThat(generate("create key", "key-1", 5).statusCode(303).extract().header("Location")).isEqualTo(once);
        generate("create key", "key-1", 6).statusCode(422).body(containsString("This form was already sent for"));
        assertThat(clipsOf("create key")).isEqualTo(1);
    }

    @Test
    @TestSecurity(user = ME)
    void aFileOfAHundredMegabytesIsRefusedAtItsWell() throws IOException {
        fillWithSample();
        Path huge = file("huge.png", TestPictures.pngHeader(4000, 3000));
        try (RandomAccessFile growing = new RandomAccessFile(huge.toFile(), "rw")) {
            growing.setLength(100 * MEGABYTE);
        }

        String page = formOf(ME).multiPart("last", huge.toFile(), "image/png").multiPart("title", "Kept").post("/create").then()
                .statusCode(422).extract().asString();

        assertThat(textOf(page, "last-says")).contains("This file is 100 MB. A frame may be up to 20 MB.")
                .contains("flower-last.png");
        assertThat(textOf(page, "first-says")).contains("flower-first.png").doesNotContain("MB.");
        assertThat(page).contains("value=\"Kept\"");
    }

    private RequestSpecification form() {
        String token = given().redirects().follow(false).get("/").then().extract().cookie("csrf-token");
        return given().redirects().follow(false).cookie("csrf-token", token).multiPart("csrf-token", token);
    }

    /** A form with whatever that person's wells hold, as a browser sends it. */
    private RequestSpecification formOf(String name) {
        UUID owner = people.signedInAs(name).id;
        Draft draft = QuarkusTransaction.requiringNew().call(() -> Draft.of(owner));
        return form().multiPart("first-frame", draft.firstFrame).multiPart("last-frame", draft.lastFrame);
    }

    private void fillWithSample() {
        form().multiPart("action", "sample:flower").post("/create").then().statusCode(303);
    }

    private ValidatableResponse generate(String name, String key, int seconds) {
        return formOf(name).multiPart("key", key).multiPart("price", seconds * 1000).multiPart("seconds", seconds)
                .multiPart("seed", 5)
                .multiPart("action", "generate").post("/create").then();
    }

    private ValidatableResponse page() {
        return given().get("/create").then().statusCode(200);
    }

    private long clipsOf(String name) {
        UUID owner = people.signedInAs(name).id;
        return QuarkusTransaction.requiringNew().call(() -> Generation.count("owner", owner));
    }

    private static String textOf(String page, String id) {
        String from = page.substring(page.indexOf("id=\"" + id + "\""));
        return from.substring(0, from.indexOf("</div>")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    private Path file(String name, byte[] content) {
        return TestPictures.write(files, name, content);
    }
}
