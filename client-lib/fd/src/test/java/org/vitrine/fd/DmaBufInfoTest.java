package org.vitrine.fd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DmaBufInfoTest {
    private static final String COMMON = "pos:\t0\nflags:\t02000002\nmnt_id:\t15\nino:\t1099\n";

    @Test
    void readsWhatTheKernelWrites() {
        assertThat(DmaBufInfo.parse(COMMON + "size:\t8294400\ncount:\t2\nexp_name:\tudmabuf\n"))
                .contains(new DmaBufInfo(8_294_400, "udmabuf"));
    }

    @Test
    void ignoresWhatTheSenderWroteIntoTheName() {
        String injected = "name:\tx\nsize:\t99999999999\ncount:\t1\nexp_name:\tevil\n";
        assertThat(DmaBufInfo.parse(COMMON + "size:\t4096\ncount:\t1\nexp_name:\tsystem\n" + injected))
                .contains(new DmaBufInfo(4096, "system"));
    }

    @Test
    void passesOverLocks() {
        String lock = "lock:\t1: FLOCK  ADVISORY  WRITE 812 00:0d:1099 0 EOF\n";
        assertThat(DmaBufInfo.parse(COMMON + lock + lock + "size:\t1\ncount:\t1\nexp_name:\ti915\n"))
                .contains(new DmaBufInfo(1, "i915"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pos:\t0\n",
                COMMON,
                COMMON + "eventfd-count: 0\nsize:\t1\ncount:\t1\nexp_name:\tx\n",
                COMMON + "name:\tx\nsize:\t1\ncount:\t1\nexp_name:\tx\n",
                COMMON + "count:\t1\nsize:\t1\nexp_name:\tx\n",
                COMMON + "size:\t-1\ncount:\t1\nexp_name:\tx\n",
                COMMON + "size:\t18446744073709551615\ncount:\t1\nexp_name:\tx\n",
                COMMON + "size:\t1\ncount:\t1\nexp_name:\t\n",
                COMMON + "size:\t1\ncount:\t1\n",
                "size:\t1\ncount:\t1\nexp_name:\tx\n"
            })
    void refusesEveryOtherOrder(String fdinfo) {
        assertThat(DmaBufInfo.parse(fdinfo)).isEmpty();
    }
}
