package app.inbetween.frame;

import static app.inbetween.media.TestPictures.jpeg;
import static app.inbetween.media.TestPictures.png;
import static app.inbetween.media.TestPictures.quarters;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.inbetween.account.People;
import app.inbetween.account.User;
import app.inbetween.media.TestPictures;
import app.inbetween.storage.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

@QuarkusTest
class FrameResourceTest {

    @Inject
    FrameUpload upload;
    @Inject
    BlobStore blobs;
    @Inject
    People people;
    @TempDir
    Path files;

    @Test
    @TestSecurity(user = "frames ben", roles = "user")
    void theOwnerSeesTheFrameAndItsThumbnailInRanges() throws IOException {
        Frame frame = upload.store(signedIn("frames ben"), file(png(quarters(1200, 900))), "a.png");

        byte[] served = given().get("/frames/" + frame.id + "/file").then().statusCode(200).contentType("image/png")
                .header("Cache-Control", "private, max-age=31536000, immutable").extract().asByteArray();
        assertThat(served).isEqualTo(Files.readAllBytes(blobs.file(frame.key()).orElseThrow()));
        given().get("/frames/" + frame.id + "/thumbnail").then().statusCode(200).contentType("image/jpeg");
        given().header("Range", "bytes=0-9").get("/frames/" + frame.id + "/file").then().statusCode(206)
                .header("Content-Range", "bytes 0-9/" + frame.bytes);
        given().head("/frames/" + frame.id + "/file").then().statusCode(200).header("Content-Length", is("" + frame.bytes));
    }

    @Test
    @TestSecurity(user = "frames ben", roles = "user")
    void aJpegIsServedAsJpeg() {
        Frame frame = upload.store(signedIn("frames ben"), file(jpeg(quarters(120, 90))), "a.jpg");

        given().get("/frames/" + frame.id + "/file").then().statusCode(200).contentType("image/jpeg");
    }

    @Test
    @TestSecurity(user = "frames cleo", roles = "user")
    void aFrameOfSomebodyElseIsNotThere() {
        Frame frame = upload.store(people.register("ben").id, file(png(quarters(120, 90))), "a.png");

        for (String path : new String[] { frame.id + "/file", frame.id + "/thumbnail", UUID.randomUUID() + "/file",
                "nonsense/file" }) {
            given().get("/frames/" + path).then().statusCode(404);
        }
    }

    @Test
    void whoIsNotSignedInSeesNothing() {
        Frame frame = upload.store(people.register("ben").id, file(png(quarters(120, 90))), "a.png");

        given().redirects().follow(false).get("/frames/" + frame.id + "/file").then().statusCode(302);
    }

    /** Asks for anything, so that the person is known from then on. */
    private static UUID signedIn(String name) {
        given().get("/frames/" + UUID.randomUUID() + "/file").then().statusCode(404);
        return QuarkusTransaction.requiringNew().call(() -> User.<User> find("subject", name).singleResult().id);
    }

    private Path file(byte[] content) {
        return TestPictures.write(files, "upload", content);
    }
}
