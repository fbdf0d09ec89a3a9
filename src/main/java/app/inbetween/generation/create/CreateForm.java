package app.inbetween.generation.create;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

import app.inbetween.generation.ShownPrice;
import app.inbetween.generation.wish.Demands;
import app.inbetween.provider.Easing;

/** What the create form sends. Nothing of it is trusted: what was picked and does not parse counts as not said. */
public class CreateForm {

    private static final String OPTION = Demands.field("");

    @RestForm("first")
    FileUpload firstFile;
    @RestForm("last")
    FileUpload lastFile;
    @RestForm("first-frame")
    String firstFrame;
    @RestForm("last-frame")
    String lastFrame;
    @RestForm
    String title;
    @RestForm
    String prompt;
    @RestForm
    String negative;
    @RestForm
    String model;
    @RestForm
    String seconds;
    @RestForm
    String resolution;
    @RestForm
    String fps;
    @RestForm
    String easing;
    @RestForm
    String seed;
    @RestForm("seed-locked")
    String seedLocked;
    @RestForm("options-of")
    String optionsOf;
    @RestForm
    String key;
    @RestForm
    String quote;
    @RestForm
    String price;
    @RestForm
    String confirmed;
    @RestForm
    String action;
    @RestForm
    String use;
    @RestForm
    String picked;
    @RestForm
    String failover;
    @RestForm("failover-ceiling")
    String failoverCeiling;
    @RestForm("failover-usual")
    String failoverUsual;

    /** The file just chosen for that side; browsers send a nameless empty one when there is none. */
    Optional<FileUpload> file(Draft.Side side) {
        FileUpload file = side == Draft.Side.FIRST ? firstFile : lastFile;
        return Optional.ofNullable(file).filter(upload -> upload.fileName() != null && !upload.fileName().isBlank());
    }

    Optional<UUID> frame(Draft.Side side) {
        return parse(side == Draft.Side.FIRST ? firstFrame : lastFrame, UUID::fromString);
    }

    /** Before the colon in what the pressed button says. */
    String verb() {
        return text(action, 40).split(":", 2)[0];
    }

    /** After the colon, if there is one. */
    String object() {
        String[] parts = text(action, 100).split(":", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    boolean isGenerate() {
        return verb().equals("generate");
    }

    /** Made with the form; empty when the page was not ours. */
    Optional<String> key() {
        return Optional.of(text(key, 100)).filter(text -> !text.isEmpty());
    }

    ShownPrice shown() {
        return ShownPrice.parse(quote, price, confirmed);
    }

    /** A cheaper setting that was offered and taken: a number of seconds, or else a resolution. */
    Optional<Integer> cheaperMillis() {
        return parse(use, text -> text.endsWith("s") ? Integer.valueOf(text.substring(0, text.length() - 1)) * 1000 : null);
    }

    Optional<String> cheaperResolution() {
        return Optional.of(text(use, 20)).filter(text -> !text.isEmpty() && cheaperMillis().isEmpty());
    }

    Optional<Integer> durationMillis() {
        return cheaperMillis().or(() -> parse(seconds, text -> Math.toIntExact(Math.round(Double.parseDouble(text) * 1000))));
    }

    String resolution() {
        return cheaperResolution().orElseGet(() -> text(resolution, 20));
    }

    Optional<Integer> frameRate() {
        return parse(fps, Integer::valueOf);
    }

    Optional<Easing> easing() {
        return parse(easing, Easing::valueOf);
    }

    /** Empty where the form had no such field; an empty text where it was left empty. */
    Optional<String> seed() {
        return Optional.ofNullable(seed).map(CreateForm::text);
    }

    boolean isSeedLocked() {
        return seedLocked != null;
    }

    String model() {
        return text(model, 100);
    }

    /** The model Automatic named on the form. */
    String picked() {
        return text(picked, 100);
    }

    boolean isFailover() {
        return failover != null;
    }

    /** As it was typed; empty where the field is as the form had filled it. */
    String failoverCeiling() {
        String typed = text(failoverCeiling, 20);
        return typed.equals(text(failoverUsual, 20)) ? "" : typed;
    }

    String title() {
        return text(title);
    }

    /** As {@link #seed}. */
    Optional<String> prompt() {
        return Optional.ofNullable(prompt).map(CreateForm::text);
    }

    /** As {@link #seed}. */
    Optional<String> negative() {
        return Optional.ofNullable(negative).map(CreateForm::text);
    }

    /** The model whose options the form showed; they may be sent along with the choice of another one. */
    String optionsOf() {
        return text(optionsOf, 100);
    }

    /** Options by name. Of a check box and the hidden field that stands in for it while it is off, the last one counts. */
    Map<String, String> options() {
        FormData sent = CurrentRequestManager.get().getFormData();
        Map<String, String> options = new TreeMap<>();
        for (String field : sent) {
            FormValue last = sent.getLast(field);
            if (field.matches(OPTION + "[a-z0-9-]{1,40}") && !last.isFileItem()) {
                options.put(field.substring(OPTION.length()), text(last.getValue()));
            }
        }
        return options;
    }

    /** Whatever its length: what is too long is told, never cut. The database stores no zero character. */
    private static String text(String value) {
        return value == null ? "" : value.replace("\r\n", "\n").replace("\0", "").strip();
    }

    private static String text(String value, int limit) {
        String stripped = text(value);
        return stripped.length() > limit ? stripped.substring(0, limit) : stripped;
    }

    private static <T> Optional<T> parse(String value, Function<String, T> parser) {
        try {
            return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty()).map(parser);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
