package app.inbetween.admin.job;

import static io.restassured.RestAssured.given;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;

import app.inbetween.books.BookAssertions;
import app.inbetween.generation.Generation;
import app.inbetween.generation.OpenStudio;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** An administrator, ada, in front of the page of a clip of ben that may need a decision. */
class JobDesk extends OpenStudio {

    static final String WHY = "The provider's console shows nothing";

    @AfterEach
    void theBooksBalance() {
        BookAssertions.assertBalanced(ben.id());
    }

    RequestSpecification form(Generation clip) {
        return form(clip, UUID.randomUUID().toString());
    }

    RequestSpecification form(Generation clip, String key) {
        String token = token();
        return given().redirects().follow(false).cookie("csrf-token", token).formParam("csrf-token", token)
                .formParam("key", key).formParam("seen", studio.now(clip).state);
    }

    RequestSpecification upload(Generation clip) {
        String token = token();
        return given().redirects().follow(false).cookie("csrf-token", token).multiPart("csrf-token", token)
                .multiPart("key", UUID.randomUUID().toString()).multiPart("seen", studio.now(clip).state.name())
                .multiPart("reason", WHY);
    }

    static ValidatableResponse send(Generation clip, String slug, RequestSpecification form) {
        return form.post(path(clip, slug)).then();
    }

    static String path(Generation clip, String slug) {
        return "/admin/jobs/" + clip.id + "/interventions/" + slug;
    }

    static String page(Generation clip) {
        return text(given().get("/admin/jobs/" + clip.id).then().statusCode(200).extract().asString());
    }

    static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
    }

    static String token() {
        return given().redirects().follow(false).get("/").cookie("csrf-token");
    }
}
