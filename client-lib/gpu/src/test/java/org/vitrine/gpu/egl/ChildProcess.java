package org.vitrine.gpu.egl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vitrine.api.image.Buffer;
import org.vitrine.api.image.DrmFormat;
import org.vitrine.api.image.Plane;
import org.vitrine.fd.Fd;
import org.vitrine.fd.OwnedFd;
import org.vitrine.fd.RawFds;
import org.vitrine.fd.RemoteFd;

/** Imports a buffer in a process of its own, which fetches the descriptors from this one. */
final class ChildProcess {
    /**
     * Says how it went.
     *
     * @param exitCode the child's, 128 or more if a signal ended it
     * @param output what it wrote
     */
    record Result(int exitCode, String output) {}

    /** In place of a node: the device of EGL that is none. */
    static final String SOFTWARE = "software";

    private ChildProcess() {}

    /**
     * Starts the process and waits for it.
     *
     * @param platform a DRM node or {@link #SOFTWARE}
     */
    static Result importsAndCompares(String platform, Buffer<? extends Fd> buffer) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ChildProcess.class.getName(),
                platform,
                Long.toString(ProcessHandle.current().pid()),
                Integer.toString(buffer.widthPixels()),
                Integer.toString(buffer.heightPixels()),
                buffer.format().toString()));
        buffer.planes()
                .forEach(
                        plane -> Stream.of((long) RawFds.numberOf(plane.fd()), plane.offsetBytes(), plane.strideBytes())
                                .map(Object::toString)
                                .forEach(command::add));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(child.waitFor(), output);
    }

    /** Runs in the child. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        Buffer<OwnedFd> buffer = fetch(List.of(arguments));
        try (Drawer drawer = Drawer.open(arguments[0]);
                EglRenderTarget target = EglRenderTarget.over(drawer.context(), buffer)) {
            System.out.println(drawer.context().description());
            byte[] pixels = target.framebuffer().readPixels();
            byte[] expected = Colours.expected(buffer.widthPixels(), buffer.heightPixels());
            int different = 0;
            for (int i = 0; i < pixels.length; i++) {
                different += pixels[i] == expected[i] ? 0 : 1;
            }
            System.out.println("different bytes: " + different);
            System.exit(different == 0 ? 0 : 1);
        } finally {
            buffer.planes().forEach(plane -> plane.fd().close());
        }
    }

    /** What draws in the child: a DRM node by GBM, or the processor alone. */
    private record Drawer(EglContext context, Runnable end) implements AutoCloseable {
        static Drawer open(String platform) {
            if (!platform.equals(SOFTWARE)) {
                Gpu gpu = Gpu.open(platform);
                return new Drawer(gpu.context(), gpu::close);
            }
            int index = EglDevice.all().stream()
                    .filter(EglDevice::software)
                    .findFirst()
                    .orElseThrow()
                    .index();
            EglDisplay display = EglDisplay.open(new EglPlatform.Device(index));
            EglContext context = EglContext.create(display);
            return new Drawer(context, () -> {
                context.close();
                display.close();
            });
        }

        @Override
        public void close() {
            end.run();
        }
    }

    private static Buffer<OwnedFd> fetch(List<String> arguments) {
        int pid = Integer.parseInt(arguments.get(1));
        List<Plane<OwnedFd>> planes = new ArrayList<>();
        for (int i = 5; i < arguments.size(); i += 3) {
            OwnedFd fd = new RemoteFd(pid, Integer.parseInt(arguments.get(i))).dup(() -> true);
            planes.add(new Plane<>(fd, Long.parseLong(arguments.get(i + 1)), Long.parseLong(arguments.get(i + 2))));
        }
        return new Buffer<>(
                Integer.parseInt(arguments.get(2)),
                Integer.parseInt(arguments.get(3)),
                DrmFormat.parse(arguments.get(4)),
                planes);
    }
}
