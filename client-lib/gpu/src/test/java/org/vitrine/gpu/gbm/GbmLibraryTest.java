package org.vitrine.gpu.gbm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.FunctionDescriptor;
import org.junit.jupiter.api.Test;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;

class GbmLibraryTest {
    @Test
    void saysWhichPackageBringsAMissingLibrary() {
        assertThatThrownBy(() -> GbmLibrary.load("libgbm-of-nobody.so.1"))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                .hasMessageContaining("libgbm-of-nobody.so.1 is not there")
                .hasMessageContaining("Debian package libgbm1");
    }

    @Test
    void saysWhichFunctionAnOldLibraryLacks() {
        GbmLibrary libc = GbmLibrary.load("libc.so.6");
        assertThat(libc.has("gbm_create_device")).isFalse();
        assertThatThrownBy(() -> libc.bind("gbm_create_device", FunctionDescriptor.of(JAVA_INT)))
                .isInstanceOfSatisfying(
                        VitrineException.class, e -> assertThat(e.name()).isEqualTo(ErrorName.NOT_SUPPORTED))
                .hasMessageContaining("libc.so.6 lacks gbm_create_device")
                .hasMessageContaining("newer Debian package libgbm1");
    }

    @Test
    void findsEveryFunctionThatIsUsedInDebiansOwn() {
        assertThat(GbmCall.all()).isNotEmpty().allMatch(GbmCall::isThere);
    }
}
