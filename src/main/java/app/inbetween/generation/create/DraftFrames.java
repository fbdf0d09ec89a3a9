package app.inbetween.generation.create;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.resteasy.reactive.multipart.FileUpload;

import app.inbetween.frame.Frame;
import app.inbetween.frame.FramePair;
import app.inbetween.frame.FrameUpload;
import app.inbetween.frame.SamplePairs;
import app.inbetween.generation.create.Draft.Side;
import app.inbetween.media.UnreadablePictureException;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What lies in the two wells: files just sent, frames from before, samples; swapped and removed as the form asks. */
@ApplicationScoped
class DraftFrames {

    @Inject
    FrameUpload upload;
    @Inject
    SamplePairs samples;

    Map<Side, Frame> of(Draft draft) {
        Map<Side, Frame> pair = new EnumMap<>(Side.class);
        draft.first().flatMap(id -> find(draft.owner, id)).ifPresent(frame -> pair.put(Side.FIRST, frame));
        draft.last().flatMap(id -> find(draft.owner, id)).ifPresent(frame -> pair.put(Side.LAST, frame));
        return pair;
    }

    /** What the wells hold after this post. A file that is refused leaves its well as it was. */
    Remarks takeIn(UUID owner, CreateForm form) {
        Map<Side, UUID> wells = new EnumMap<>(Side.class);
        Map<Side, String> errors = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            wells.put(side, form.frame(side).flatMap(id -> find(owner, id)).map(frame -> frame.id).orElse(null));
            form.file(side).ifPresent(file -> store(owner, side, file, wells, errors));
        }
        act(owner, form, wells);
        return Remarks.frames(wells, errors);
    }

    private void store(UUID owner, Side side, FileUpload file, Map<Side, UUID> wells, Map<Side, String> errors) {
        try {
            wells.put(side, upload.store(owner, file.uploadedFile(), file.fileName()).id);
        } catch (UnreadablePictureException e) {
            errors.put(side, e.getMessage());
        }
    }

    private void act(UUID owner, CreateForm form, Map<Side, UUID> wells) {
        switch (form.verb()) {
            case "swap" -> put(wells, wells.get(Side.LAST), wells.get(Side.FIRST));
            case "remove-first" -> wells.put(Side.FIRST, null);
            case "remove-last" -> wells.put(Side.LAST, null);
            case "pick-first" -> pick(owner, Side.FIRST, form.object(), wells);
            case "pick-last" -> pick(owner, Side.LAST, form.object(), wells);
            case "sample" -> samples.named(form.object(), owner).ifPresent(pair -> put(wells, pair));
            default -> {
                // Only the settings change.
            }
        }
    }

    private void pick(UUID owner, Side side, String id, Map<Side, UUID> wells) {
        try {
            find(owner, UUID.fromString(id)).ifPresent(frame -> wells.put(side, frame.id));
        } catch (IllegalArgumentException e) {
            // No frame has such a name.
        }
    }

    private static void put(Map<Side, UUID> wells, FramePair pair) {
        put(wells, pair.first().id, pair.last().id);
    }

    private static void put(Map<Side, UUID> wells, UUID first, UUID last) {
        wells.put(Side.FIRST, first);
        wells.put(Side.LAST, last);
    }

    private static Optional<Frame> find(UUID owner, UUID id) {
        return QuarkusTransaction.joiningExisting().call(() -> Frame.ofOwner(owner, id));
    }
}
