package app.inbetween.provider.dashscope;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import app.inbetween.provider.ProviderUnavailableException;
import app.inbetween.provider.catalog.ImageLimits.Picture;
import app.inbetween.provider.wire.Answer;
import app.inbetween.provider.wire.Multipart;
import app.inbetween.provider.wire.ResultHosts;

/** Puts frames into DashScope's own store, where its tasks find them for two days. */
final class DashScopeUploads {

    private final DashScopeClient client;
    private final ResultHosts hosts;

    DashScopeUploads(DashScopeClient client, ResultHosts hosts) {
        this.client = client;
        this.hosts = hosts;
    }

    /**
     * @return the pictures' addresses, {@code oss://…}, in the same order
     * @throws DashScopeRefusedException if DashScope will not have them
     * @throws ProviderUnavailableException if they cannot be stored now
     */
    List<String> store(String model, String token, List<Picture> pictures) {
        JsonNode policy = policy(client.uploadPolicy(model));
        List<String> stored = new ArrayList<>();
        for (Picture picture : pictures) {
            // The store refuses to write a name twice, and the same attempt may come again when it was not sent.
            String name = picture.named(token + "-" + UUID.randomUUID());
            stored.add(store(policy, name, picture));
        }
        return stored;
    }

    private static JsonNode policy(Answer answer) {
        DashScopeErrors.refusal(answer).ifPresent(failure -> {
            throw new DashScopeRefusedException(failure);
        });
        return answer.json().filter(body -> answer.isSuccess()).map(body -> body.path("data"))
                .filter(data -> data.hasNonNull("upload_host") && data.hasNonNull("upload_dir"))
                .orElseThrow(() -> new ProviderUnavailableException("No leave to upload: " + answer.words()));
    }

    private String store(JsonNode policy, String name, Picture picture) {
        String key = policy.path("upload_dir").asText() + "/" + name;
        Answer answer = client.upload(host(policy), form(policy, key, name, picture), hosts);
        if (!answer.isSuccess()) {
            throw new ProviderUnavailableException("The upload failed: HTTP " + answer.status());
        }
        return "oss://" + key;
    }

    private static URI host(JsonNode policy) {
        try {
            return URI.create(policy.path("upload_host").asText());
        } catch (IllegalArgumentException e) {
            throw new ProviderUnavailableException("DashScope names no address to upload to", e);
        }
    }

    /** The store reads the fields in this order, and nothing after the file. */
    private static Multipart form(JsonNode policy, String key, String name, Picture picture) {
        return new Multipart().field("OSSAccessKeyId", policy.path("oss_access_key_id").asText())
                .field("Signature", policy.path("signature").asText()).field("policy", policy.path("policy").asText())
                .field("key", key).field("x-oss-object-acl", policy.path("x_oss_object_acl").asText())
                .field("x-oss-forbid-overwrite", policy.path("x_oss_forbid_overwrite").asText())
                .field("success_action_status", "200").field("x-oss-content-type", picture.type())
                .file("file", name, picture.type(), picture.bytes());
    }
}
