package org.vitrine.gpu.vulkan;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.Plane;
import org.vitrine.fd.BorrowedFd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;
import org.vitrine.fd.RemoteFd;

/** Imports a buffer in another process with another Vulkan device, and returns what it reads there. */
public final class ReadInChild {
    private ReadInChild() {}

    static byte[] read(Buffer<BorrowedFd> buffer) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ReadInChild.class.getName(),
                Long.toString(ProcessHandle.current().pid()),
                Integer.toString(buffer.widthPixels()),
                Integer.toString(buffer.heightPixels()),
                buffer.format().toString()));
        for (Plane<BorrowedFd> plane : buffer.planes()) {
            command.add(Integer.toString(RawFds.numberOf(plane.fd())));
            command.add(Long.toString(plane.offsetBytes()));
            command.add(Long.toString(plane.strideBytes()));
        }
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] read = child.getInputStream().readAllBytes();
        if (child.waitFor() != 0) {
            throw new AssertionError("The child ended with exit code " + child.exitValue());
        }
        return read;
    }

    /** Runs in the child. Arguments: process, width, height, format; number, offset and stride of each plane. */
    public static void main(String[] arguments) {
        int pid = Integer.parseInt(arguments[0]);
        List<OwnedFd> received = new ArrayList<>();
        List<Plane<BorrowedFd>> planes = new ArrayList<>();
        for (int i = 4; i < arguments.length; i += 3) {
            OwnedFd fd = new RemoteFd(pid, Integer.parseInt(arguments[i])).dup(() -> true);
            received.add(fd);
            planes.add(new Plane<>(fd.borrow(), Long.parseLong(arguments[i + 1]), Long.parseLong(arguments[i + 2])));
        }
        Buffer<BorrowedFd> buffer = new Buffer<>(
                Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), DrmFormat.parse(arguments[3]), planes);
        try (OpenedDevice opened = OpenedDevice.best();
                VulkanImage image = opened.device().importBuffer(buffer)) {
            received.forEach(OwnedFd::close);
            System.out.writeBytes(TestPictures.bytes(image.read()));
            System.out.flush();
        }
    }
}
