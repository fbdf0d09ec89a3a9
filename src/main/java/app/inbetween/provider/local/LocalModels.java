package app.inbetween.provider.local;
import java.util.*; import app.inbetween.provider.*;
@jakarta.enterprise.context.ApplicationScoped
class LocalModels { List<VideoModel> available() { return List.of(); } Optional<String> trouble() { return Optional.empty(); } int frames(VideoRequest r) { return 1; } RenderPool.Work work(VideoRequest r) throws java.io.IOException { return null; } }
