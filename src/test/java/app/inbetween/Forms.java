package app.inbetween;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** Sends forms as our pages do, and reads pages as people do. */
public final class Forms {

    private Forms() {
    }

    /** With the token every form carries; redirects are not followed. */
    public static RequestSpecification form() {
        String token = given().redirects().follow(false).get("/").then().extract().cookie("csrf-token");
        return given().redirects().follow(false).cookie("csrf-token", token).formParam("csrf-token", token);
    }

    /** What a person reads. */
    public static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
