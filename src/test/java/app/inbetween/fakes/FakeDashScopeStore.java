package app.inbetween.fakes;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The store DashScope gives leave to upload to: strict about fields and their order, as the real one is. */
final class FakeDashScopeStore {

    private static final List<String> ORDER = List.of("OSSAccessKeyId", "Signature", "policy", "key", "x-oss-object-acl",
            "x-oss-forbid-overwrite", "success_action_status", "x-oss-content-type", "file");

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, String> directories = new ConcurrentHashMap<>();

    /** Leave to upload, under a directory of its own. */
    Map<String, Object> policy(URI host) {
        String policy = UUID.randomUUID().toString();
        String directory = "dashscope-instant/fake/2026-01-02/" + UUID.randomUUID();
        directories.put(policy, directory);
        return Map.of("policy", policy, "signature", "signed-" + policy, "upload_dir", directory, "upload_host",
                host.toString(), "oss_access_key_id", "LTAIfake", "x_oss_object_acl", "private", "x_oss_forbid_overwrite",
                "true", "expire_in_seconds", 300, "max_file_size_mb", 100);
    }

    Reply upload(Request request) {
        FormParts form = FormParts.of(request).orElse(null);
        if (form == null || !isInOrder(form)) {
            return refusal(400, "MalformedPOSTRequest");
        }
        String policy = form.field("policy").orElse("");
        String key = form.field("key").orElse("");
        boolean allowed = form.field("Signature").orElse("").equals("signed-" + policy)
                && form.field("OSSAccessKeyId").orElse("").equals("LTAIfake")
                && key.startsWith(directories.getOrDefault(policy, "/nowhere") + "/");
        if (!allowed) {
            return refusal(403, "AccessDenied");
        }
        return objects.putIfAbsent(key, form.files().get(0).content()) == null ? Reply.text(200, "")
                : refusal(409, "FileAlreadyExists");
    }

    Optional<byte[]> find(String address) {
        return address.startsWith("oss://") ? Optional.ofNullable(objects.get(address.substring("oss://".length())))
                : Optional.empty();
    }

    /** The content type may be missing, nothing else. */
    private static boolean isInOrder(FormParts form) {
        List<String> names = form.all().stream().map(FormParts.Part::name).toList();
        List<String> without = ORDER.stream().filter(name -> !name.equals("x-oss-content-type")).toList();
        return (names.equals(ORDER) || names.equals(without)) && form.files().size() == 1
                && form.field("success_action_status").orElse("").equals("200");
    }

    private static Reply refusal(int status, String code) {
        return Reply.text(status, "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>");
    }
}
