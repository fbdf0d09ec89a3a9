package app.inbetween.provider.dashscope;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import com.fasterxml.jackson.databind.node.ObjectNode;

import app.inbetween.provider.Clearance;
import app.inbetween.provider.Failure.Reason;
import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.Submission;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.Call;
import app.inbetween.provider.wire.Multipart;
import app.inbetween.provider.wire.PaidCall;
import app.inbetween.provider.wire.Question;
import app.inbetween.provider.wire.Reading;
import app.inbetween.provider.wire.ResultHosts;
import app.inbetween.provider.wire.Uploads;
import app.inbetween.provider.wire.Wire;

/** Addresses and headers of DashScope. Questions throw {@link ProviderUnavailableException} where they find no answer. */
final class DashScopeClient {

    private static final int PAGE_SIZE = 100;

    private final DashScopeConfig config;
    private final Wire wire;
    private final Uploads uploads;
    private final Clock clock;

    DashScopeClient(DashScopeConfig config, Wire wire, Clock clock) {
        this.config = config;
        this.wire = wire;
        uploads = new Uploads(wire);
        this.clock = clock;
    }

    /** @param stored whether the frames are in DashScope's own store, which it only looks into when told to */
    Submission submit(String model, ObjectNode body, boolean stored, Clearance clearance,
            Reading reading) {
        Call call = signed(Call.post(at("/services/aigc/" + service(model) + "/video-synthesis")))
                .header("X-DashScope-Async", "enable").json(body.put("model", model)).within(config.patience());
        Call resolving = stored ? call.header("X-DashScope-OssResourceResolve", "enable") : call;
        return PaidCall.once(wire, resolving, clearance, clock.instant(), reading);
    }

    Answer task(String id) {
        return ask(signed(Call.get(at("/tasks/" + encoded(id)))));
    }

    /**
     * Of the last day, which is what it tells when it is given no times; those it would read in the zone of its region.
     *
     * @param page from 1
     */
    Answer tasks(String model, int page) {
        return ask(
                signed(Call.get(at("/tasks?model_name=" + encoded(model) + "&page_no=" + page + "&page_size=" + PAGE_SIZE))));
    }

    Answer cancel(String id) {
        return ask(signed(Call.post(at("/tasks/" + encoded(id) + "/cancel"))));
    }

    /** Leave to put files into DashScope's store, good for a few minutes. */
    Answer uploadPolicy(String model) {
        return ask(signed(Call.get(at("/uploads?action=getPolicy&model=" + encoded(model)))));
    }

    /**
     * The form holds its own leave: the key stays here.
     *
     * @param host as DashScope told it
     * @param hosts where it may be
     */
    Answer upload(URI host, Multipart form, ResultHosts hosts) {
        try {
            return uploads.send(form.into(Call.post(host)).within(config.patience()), hosts);
        } catch (IOException e) {
            throw new ProviderUnavailableException(e.getMessage(), e);
        }
    }

    /** Models that only know key frames have an address of their own. */
    private static String service(String model) {
        return model.contains("kf2v") ? "image2video" : "video-generation";
    }

    private Answer ask(Call call) {
        Answer answer = Question.ask(wire, call, clock.instant());
        if (DashScopeErrors.refusal(answer).filter(it -> it.reason() == Reason.RATE_LIMITED).isPresent()) {
            throw Question.noRoom(answer, clock.instant());
        }
        return answer;
    }

    private Call signed(Call call) {
        return call.header("Authorization", "Bearer "
                + config.apiKey().orElseThrow(() -> new ProviderUnavailableException("DashScope has no key")));
    }

    private URI at(String path) {
        URI base = config.baseUrl().orElse(DashScopeConfig.INTERNATIONAL);
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
