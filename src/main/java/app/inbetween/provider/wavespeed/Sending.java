package app.inbetween.provider.wavespeed;

import java.io.IOException;
import java.nio.file.Path;

import app.inbetween.provider.Clearance;
import app.inbetween.provider.Submission;
import app.inbetween.provider.VideoRequest;
import app.inbetween.provider.catalog.CatalogEntry;
import app.inbetween.provider.catalog.ImageLimits.Picture;
import app.inbetween.provider.wavespeed.FrameUploads.NotStored;
import app.inbetween.provider.wavespeed.FrameUploads.Stored;
import app.inbetween.provider.wavespeed.FrameUploads.Upload;

/** Hands over one request: first its frames, then, once, the paid part. */
record Sending(WaveSpeedClient client, FrameUploads uploads, VideoRequest request, CatalogEntry entry) {

    /** @throws IOException if a frame cannot be read */
    Submission send(Clearance clearance) throws IOException {
        Upload first = upload("first", request.firstFrame());
        if (first instanceof NotStored nothing) {
            return nothing.because();
        }
        Upload last = upload("last", request.lastFrame());
        if (last instanceof NotStored nothing) {
            return nothing.because();
        }
        return client.submit(entry.wireId(request),
                entry.body(request, ((Stored) first).address(), ((Stored) last).address()), request.webhook(), clearance);
    }

    private Upload upload(String which, Path frame) throws IOException {
        Picture picture = entry.images().fit(frame);
        return uploads.upload(picture.named(History.frameName(which, request)), picture);
    }
}
