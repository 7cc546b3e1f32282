package org.vitrine.gpu.egl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.api.image.Plane;
import org.vitrine.fd.FdInspector;
import org.vitrine.fd.LeakCheck;
import org.vitrine.fd.Memfd;
import org.vitrine.fd.OtherMemfd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;

@ExtendWith(LeakCheck.class)
class ExportedPlanesTest {
    private static final int SIZE_BYTES = 4096;

    /** Makes a descriptor as a driver does: a number that is nobody's yet. */
    private static int exported() {
        return RawFds.release(Memfd.create("exported", SIZE_BYTES));
    }

    @Test
    void givesEachPlaneItsOwnDescriptorAlsoWhereTheyShareOne() {
        List<Plane<OwnedFd>> planes =
                ExportedPlanes.take(new int[] {exported(), -1, -1}, new int[] {0, 64, 96}, new int[] {8, 4, 4});
        assertThat(planes).extracting(Plane::offsetBytes).containsExactly(0L, 64L, 96L);
        assertThat(planes).extracting(Plane::strideBytes).containsExactly(8L, 4L, 4L);
        assertThat(planes)
                .extracting(plane -> inode(plane.fd()))
                .containsOnly(inode(planes.getFirst().fd()));
        planes.forEach(plane -> plane.fd().close());
    }

    private static long inode(OwnedFd fd) {
        return FdInspector.inspect(fd) instanceof OtherMemfd memfd ? memfd.inode() : -1;
    }

    @Test
    void keepsStoragesApart() {
        List<Plane<OwnedFd>> planes =
                ExportedPlanes.take(new int[] {exported(), exported()}, new int[2], new int[] {8, 8});
        assertThat(inode(planes.getFirst().fd()))
                .isNotEqualTo(inode(planes.getLast().fd()));
        planes.forEach(plane -> plane.fd().close());
    }

    @Test
    void refusesAnExportWithoutDescriptorAndSaysWhatToDoInstead() {
        assertRefused(new int[] {-1}, new int[1], new int[] {256}, "with no descriptor");
        assertRefused(new int[] {-1, exported()}, new int[2], new int[] {256, 256}, "with no descriptor");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertRefused(new int[] {exported()}, new int[] {-4}, new int[] {256}, "an offset of -4 bytes");
        assertRefused(new int[] {exported(), -1}, new int[2], new int[] {256, 0}, "a stride of 0");
    }

    private static void assertRefused(int[] numbers, int[] offsets, int[] strides, String why) {
        assertThatThrownBy(() -> ExportedPlanes.take(numbers, offsets, strides))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                .hasMessageContaining(why)
                .hasMessageContaining("Allocate the buffer with GBM");
    }
}
