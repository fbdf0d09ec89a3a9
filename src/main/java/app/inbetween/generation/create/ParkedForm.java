package app.inbetween.generation.create;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import jakarta.ws.rs.core.NewCookie;

/**
 * The words of a form that met an expired sign-in, kept in the browser until the person is back. Longer texts than a cookie
 * holds are cut.
 */
record ParkedForm(String title, String prompt, String negative) {

    static final String COOKIE = "parked-form";
    static final URI SIGN_IN = URI.create("/sign-in?to=/create");

    private static final String SEPARATOR = "\u001f";
    // Browsers drop cookies over 4096 bytes, name and attributes included.
    private static final int MOST = 3800;
    private static final int TEN_MINUTES = 600;

    static ParkedForm of(CreateForm form) {
        return new ParkedForm(form.title(), form.prompt().orElse(""), form.negative().orElse(""));
    }

    static Optional<ParkedForm> read(String cookie) {
        if (cookie == null || cookie.isBlank()) {
            return Optional.empty();
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8).split(SEPARATOR, -1);
            return parts.length == 3 ? Optional.of(new ParkedForm(parts[0], parts[1], parts[2])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static NewCookie removed() {
        return cookie("").maxAge(0).build();
    }

    NewCookie cookie() {
        String kept = prompt;
        while (encoded(kept).length() > MOST && !kept.isEmpty()) {
            kept = kept.substring(0, kept.length() / 2);
        }
        return cookie(encoded(kept)).maxAge(TEN_MINUTES).build();
    }

    private String encoded(String kept) {
        String words = String.join(SEPARATOR, title, kept, kept.equals(prompt) ? negative : "");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    private static NewCookie.Builder cookie(String value) {
        return new NewCookie.Builder(COOKIE).value(value).path("/create").httpOnly(true).sameSite(NewCookie.SameSite.LAX);
    }
}
