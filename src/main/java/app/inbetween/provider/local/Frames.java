package app.inbetween.provider.local;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/** The frames of a shot, in any order, drawn by several threads. */
class Frames {

    /** Frames that may be begun before the first of them is written. */
    static final int AHEAD = 2 * Hands.COUNT;

    private final Shot shot;
    private final byte[] first;
    private final byte[] last;
    private final BlockingQueue<Drawing> drawings = new ArrayBlockingQueue<>(Hands.COUNT);
    private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(AHEAD + 1);

    /** @param first and last are frames, too */
    Frames(Shot shot, byte[] first, byte[] last, Supplier<Drawing> drawings) {
        this.shot = shot;
        this.first = first;
        this.last = last;
        for (int i = 0; i < Hands.COUNT; i++) {
            this.drawings.add(drawings.get());
        }
        for (int i = 0; i <= AHEAD; i++) {
            empty.add(new byte[first.length]);
        }
    }

    /** The planes Y, U and V of a frame; to be recycled when they are not needed any more. */
    byte[] frame(int number) throws InterruptedException {
        byte[] frame = empty.take();
        if (number == 0) {
            System.arraycopy(first, 0, frame, 0, frame.length);
        } else if (number == shot.frames() - 1) {
            System.arraycopy(last, 0, frame, 0, frame.length);
        } else {
            draw(shot.progress(number), frame);
        }
        return frame;
    }

    void recycle(byte[] frame) {
        empty.add(frame);
    }

    private void draw(double progress, byte[] frame) throws InterruptedException {
        Drawing drawing = drawings.take();
        try {
            drawing.draw(progress, frame);
        } finally {
            drawings.add(drawing);
        }
    }
}
