package app.inbetween.frame;
import java.nio.file.Path; import java.util.UUID; import app.inbetween.media.Dimensions;
@jakarta.enterprise.context.ApplicationScoped
public class Stills { public void write(UUID frame, Dimensions size, Path png) throws java.io.IOException { } }
