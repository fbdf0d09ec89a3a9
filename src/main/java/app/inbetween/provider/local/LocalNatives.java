package app.inbetween.provider.local;
import java.util.Optional;
/** Whether the native libraries load here. */
final class LocalNatives {
    static Optional<String> trouble() { return Optional.empty(); }
}
