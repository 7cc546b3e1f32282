package org.vitrine.fd;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks a test that needs real dma-bufs: {@code packaging/testvm/suites} runs it in the test machine, where no test is
 * skipped. The class is named {@code …VmIT}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("testvm")
public @interface NeedsTestVm {}
