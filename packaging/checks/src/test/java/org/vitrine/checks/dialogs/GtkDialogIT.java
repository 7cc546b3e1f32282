package org.vitrine.checks.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.broker.access.Answer;
import org.vitrine.broker.access.Answer.Kind;
import org.vitrine.broker.access.Asking;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.checks.stage.Eventually;
import org.vitrine.checks.stage.Places;
import org.vitrine.fd.LeakCheck;
import org.vitrine.wire.testing.PrivateBus;

/** The dialog as people see it: the real backend of GTK, with a mouse and a keyboard. Keeps a picture. */
@ExtendWith(LeakCheck.class)
class GtkDialogIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration GTK_ANIMATION = Duration.ofMillis(500);
    private static final int HALF_A_BUTTON = 17;

    @TempDir
    private Path home;

    private PrivateBus bus;
    private Screen screen;
    private GtkBackend backend;
    private Curious curious;

    @BeforeEach
    void start() {
        bus = PrivateBus.start();
        screen = Screen.start();
        backend = GtkBackend.start(bus, screen, home);
        curious = Curious.of(bus, GtkBackend.NAME, PATIENCE);
    }

    @AfterEach
    void end() {
        curious.close();
        backend.close();
        screen.close();
        bus.close();
    }

    @Test
    void isGrantedForGoodWithTheKeyboardAndAClick() throws IOException {
        Asking asking = curious.ask("Front camera");
        Screen.Window window = screen.awaitWindow(GtkBackend.WINDOW_CLASS);
        screen.press("Down", "Down");
        Eventually.pause(GTK_ANIMATION);
        Path picture = Files.createDirectories(Places.OUT).resolve("dialog.png");
        screen.keepPicture(window, picture);
        screen.click(window, window.width() * 3 / 4, window.height() - HALF_A_BUTTON);
        assertThat(Curious.await(asking)).isEqualTo(new Answer(Kind.YES, Persistence.UNTIL_REVOKED));
        assertThat(screen.awaitNoWindow(GtkBackend.WINDOW_CLASS)).isTrue();
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void isRefusedWithAClick() {
        Asking asking = curious.ask("Front camera");
        Screen.Window window = screen.awaitWindow(GtkBackend.WINDOW_CLASS);
        screen.click(window, window.width() / 4, window.height() - HALF_A_BUTTON);
        assertThat(Curious.await(asking)).isEqualTo(new Answer(Kind.NO, Persistence.ONCE));
    }

    @Test
    void hasNoAnswerWhenItIsDismissedWithEscape() {
        Asking asking = curious.ask("Front camera", Persistence.UNTIL_REVOKED, "", true);
        screen.awaitWindow(GtkBackend.WINDOW_CLASS);
        screen.press("Escape");
        assertThat(Curious.await(asking)).isEqualTo(Answer.NO_ANSWER);
    }

    @Test
    void closesWhenTheQuestionIsWithdrawn() {
        Asking asking = curious.ask("Front camera");
        screen.awaitWindow(GtkBackend.WINDOW_CLASS);
        asking.withdraw();
        assertThat(Curious.await(asking)).isEqualTo(Answer.NO_ANSWER);
        assertThat(screen.awaitNoWindow(GtkBackend.WINDOW_CLASS)).isTrue();
    }

    @Test
    void survivesWordsThatMeanSomethingToPrintfAndToMarkup() {
        Asking asking = curious.ask("%s%n<b>%d</b> & _x “y” \u202eabc");
        screen.awaitWindow(GtkBackend.WINDOW_CLASS);
        asking.withdraw();
        assertThat(screen.awaitNoWindow(GtkBackend.WINDOW_CLASS)).isTrue();
        Asking next = curious.ask("Front camera");
        screen.awaitWindow(GtkBackend.WINDOW_CLASS);
        screen.press("Escape");
        assertThat(Curious.await(next)).isEqualTo(Answer.NO_ANSWER);
    }
}
