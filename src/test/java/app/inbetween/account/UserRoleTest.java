package app.inbetween.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;

/** A studio that lets in only those who have a role. */
@QuarkusTest
@TestProfile(UserRoleTest.StaffOnly.class)
class UserRoleTest {

    public static class StaffOnly implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("inbetween.account.user-role", "staff");
        }
    }

    @Test
    @TestSecurity(user = "guest", roles = "visitor")
    void whoeverLacksTheRoleIsToldSo() {
        given().get("/create").then().statusCode(403).body(containsString("This is not yours to see"))
                .body(containsString("Sign in as somebody else"));
    }

    @Test
    @TestSecurity(user = "dora", roles = "staff")
    void whoeverHasTheRoleComesIn() {
        given().get("/create").then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "boss", roles = "admin")
    void administratorsComeInWithoutIt() {
        given().get("/create").then().statusCode(200);
    }
}
