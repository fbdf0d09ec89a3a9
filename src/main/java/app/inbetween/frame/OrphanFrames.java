package app.inbetween.frame;
@jakarta.enterprise.context.ApplicationScoped
public class OrphanFrames { public void sweep(java.time.Instant t) { } }
