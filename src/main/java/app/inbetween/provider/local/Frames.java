package app.inbetween.provider.local;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

import org.bytedeco.javacpp.BytePointer;

/** The frames of a shot, in any order, drawn by several threads. */
class Frames {

    /** Frames that may be begun before the first of them is written. */
    static final int AHEAD = 2 * Hands.COUNT;

    private final Shot shot;
    private final Yuv first;
    private final Yuv last;
    private final BlockingQueue<Desk> desks = new ArrayBlockingQueue<>(Hands.COUNT);
    private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(AHEAD + 1);

    /** What a thread needs to draw a frame. */
    private record Desk(Drawing drawing, BytePointer planes) {
    }

    Frames(Shot shot, Yuv first, Yuv last, Supplier<Drawing> drawings) {
        this.shot = shot;
        this.first = first;
        this.last = last;
        for (int i = 0; i < Hands.COUNT; i++) {
            desks.add(new Desk(drawings.get(), new BytePointer(Yuv.bytes(shot.size()))));
        }
        for (int i = 0; i <= AHEAD; i++) {
            empty.add(new byte[Yuv.bytes(shot.size())]);
        }
    }

    /** The planes of a frame; to be recycled when they are not needed any more. */
    byte[] frame(int number) throws InterruptedException {
        byte[] frame = empty.take();
        Desk desk = desks.take();
        try {
            draw(number, desk);
            desk.planes().get(frame);
        } finally {
            desks.add(desk);
        }
        return frame;
    }

    void recycle(byte[] frame) {
        empty.add(frame);
    }

    private void draw(int number, Desk desk) {
        if (number == 0) {
            first.to(desk.planes());
        } else if (number == shot.frames() - 1) {
            last.to(desk.planes());
        } else {
            desk.drawing().draw(shot.progress(number), desk.planes());
        }
    }
}
