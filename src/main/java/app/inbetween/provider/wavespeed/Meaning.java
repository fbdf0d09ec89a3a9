package app.inbetween.provider.wavespeed;

import java.util.regex.Pattern;

import app.inbetween.provider.Failure.Reason;

/** What the provider's numbers mean. */
final class Meaning {

    /** How an empty account shows is not documented; these words are a guess. */
    private static final Pattern BALANCE = Pattern.compile("insufficient|balance|credit|top.?up", Pattern.CASE_INSENSITIVE);

    private Meaning() {
    }

    /** Of a refusal: by its application code where it has one, otherwise by the status of HTTP. */
    static Reason of(int status, Envelope envelope) {
        return envelope.code() >= 1000 ? ofTask(envelope.code())
                : ofStatus(envelope.isSuccess() ? status : envelope.code(), envelope.words());
    }

    static Reason ofStatus(int status, String words) {
        boolean poor = BALANCE.matcher(words).find();
        return switch (status) {
            case 401 -> Reason.PROVIDER_AUTH;
            case 402 -> Reason.PROVIDER_BALANCE;
            case 403 -> poor ? Reason.PROVIDER_BALANCE : Reason.PROVIDER_AUTH;
            case 400 -> poor ? Reason.PROVIDER_BALANCE : Reason.INPUT_INVALID;
            case 429 -> Reason.RATE_LIMITED;
            default -> status >= 500 ? Reason.PROVIDER_TRANSIENT : Reason.INPUT_INVALID;
        };
    }

    /** Of a prediction's own code. Beyond those that are documented, 1xxx is about the input and 5xxx about the provider. */
    static Reason ofTask(int code) {
        return switch (code) {
            case 1200 -> Reason.CONTENT_POLICY;
            case 1402 -> Reason.INPUT_MEDIA_UNREADABLE;
            case 1403, 1405 -> Reason.PROVIDER_FAILED;
            case 5004 -> Reason.TIMEOUT;
            default -> switch (code / 1000) {
                case 1 -> Reason.INPUT_INVALID;
                case 5 -> Reason.PROVIDER_TRANSIENT;
                default -> Reason.PROVIDER_FAILED;
            };
        };
    }
}
