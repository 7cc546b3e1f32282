package org.vitrine.wire.message;

import java.util.List;
import java.util.stream.IntStream;

/** Stands for a descriptor where none is needed. */
record TestFd(int number) {
    static List<TestFd> several(int count) {
        return IntStream.range(0, count).mapToObj(TestFd::new).toList();
    }
}
