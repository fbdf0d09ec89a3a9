package app.inbetween.provider.wire;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to anybody on the internet, and which to this machine, its network or to nobody (the registries of
 * special-purpose addresses, RFC 6890).
 */
final class Addresses {

    private static final List<Block> SPECIAL = Block.all("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
            "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3");
    /** Whatever of IPv6 has been given out lies in here; the rest is special or unused. */
    private static final Block GLOBAL = Block.of("2000::/3");
    private static final Block NAT64 = Block.of("64:ff9b::/96");
    private static final Block TEREDO = Block.of("2001::/32");
    private static final Block SIX_TO_FOUR = Block.of("2002::/16");
    private static final List<Block> SPECIAL_SIX = Block.all("2001::/23", "2001:db8::/32", "3fff::/20");

    private Addresses() {
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return SPECIAL.stream().noneMatch(block -> block.holds(bytes));
        }
        if (NAT64.holds(bytes)) {
            return isPublicInside(bytes, 12, 0);
        }
        if (SIX_TO_FOUR.holds(bytes)) {
            return isPublicInside(bytes, 2, 0);
        }
        if (TEREDO.holds(bytes)) {
            return isPublicInside(bytes, 4, 0) && isPublicInside(bytes, 12, 0xff);
        }
        return GLOBAL.holds(bytes) && SPECIAL_SIX.stream().noneMatch(block -> block.holds(bytes));
    }

    /** Whether the IPv4 address that is wrapped in there is public; Teredo turns its bits around. */
    private static boolean isPublicInside(byte[] bytes, int from, int turned) {
        byte[] inner = Arrays.copyOfRange(bytes, from, from + 4);
        for (int i = 0; i < inner.length; i++) {
            inner[i] ^= (byte) turned;
        }
        return SPECIAL.stream().noneMatch(block -> block.holds(inner));
    }

    /** Addresses whose first bits are the same. */
    private record Block(byte[] first, int bits) {

        static List<Block> all(String... blocks) {
            return Arrays.stream(blocks).map(Block::of).toList();
        }

        static Block of(String block) {
            String[] parts = block.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (((address[bit / 8] ^ first[bit / 8]) & 0x80 >> bit % 8) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
