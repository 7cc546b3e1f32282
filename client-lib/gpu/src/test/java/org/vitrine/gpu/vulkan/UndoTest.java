package org.vitrine.gpu.vulkan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.fd.LeakCheck;

@ExtendWith(LeakCheck.class)
class UndoTest {
    private final List<String> freed = new ArrayList<>();

    @Test
    void freesTheLastFirstAndOnce() {
        Undo undo = new Undo();
        undo.add(() -> freed.add("image"));
        undo.add(() -> freed.add("memory"));
        undo.close();
        undo.close();
        assertThat(freed).containsExactly("memory", "image");
    }

    @Test
    void leavesWhatWasMovedToItsNewOwner() {
        Undo moved;
        try (Undo undo = new Undo()) {
            undo.add(() -> freed.add("image"));
            undo.add(() -> freed.add("memory"));
            moved = undo.move();
        }
        assertThat(freed).isEmpty();
        moved.close();
        assertThat(freed).containsExactly("memory", "image");
    }
}
