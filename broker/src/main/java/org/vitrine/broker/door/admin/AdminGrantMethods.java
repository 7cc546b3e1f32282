package org.vitrine.broker.door.admin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.vitrine.api.dbus.Variant;
import org.vitrine.api.dbus.generated.AdminGrants1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.Call;
import org.vitrine.broker.door.Options;
import org.vitrine.broker.door.ShownText;
import org.vitrine.broker.door.Values;
import org.vitrine.broker.grants.GrantKey;
import org.vitrine.broker.grants.Grants;
import org.vitrine.broker.grants.ImageSelector;
import org.vitrine.broker.grants.Persistence;
import org.vitrine.fd.Fd;
import org.vitrine.policy.Remembered;
import org.vitrine.wire.ReceivedFd;

/** Answers org.vitrine.AdminGrants1. */
final class AdminGrantMethods implements AdminGrants1.Handler<Call, ReceivedFd, Fd> {
    private static final int MAX_APP_CHARACTERS = 255;
    private static final int MAX_OBJECT_CHARACTERS = 1024;

    private final Core core;
    private final AdminRevocation revocation;

    AdminGrantMethods(Core core, AdminRevocation revocation) {
        this.core = core;
        this.revocation = revocation;
    }

    @Override
    public CompletionStage<AdminGrants1.ListGrantsOut<Fd>> listGrants(
            Call call, AdminGrants1.ListGrantsIn<ReceivedFd> in) {
        return grants().list()
                .thenApply(entries -> new AdminGrants1.ListGrantsOut<>(entries.stream()
                        .filter(entry -> in.app().isEmpty() || entry.key().app().equals(in.app()))
                        .map(AdminGrantMethods::listed)
                        .toList()));
    }

    private static AdminGrants1.ListedGrant<Fd> listed(Grants.Entry entry) {
        Map<String, Variant<Fd>> details = new LinkedHashMap<>();
        details.put("persistence", Values.text(AdminWords.of(entry.persistence())));
        put(details, "granted", entry.granted());
        put(details, "used", entry.used());
        put(details, "expires", entry.expires());
        GrantKey key = entry.key();
        return new AdminGrants1.ListedGrant<>(
                key.app(), key.images().object(), key.access().word(), AdminWords.of(entry.answer()), details);
    }

    private static void put(Map<String, Variant<Fd>> details, String key, Optional<Instant> time) {
        time.ifPresent(known -> details.put(key, Values.uint64(known.toEpochMilli())));
    }

    @Override
    public CompletionStage<Void> revokeGrant(Call call, AdminGrants1.RevokeGrantIn<ReceivedFd> in) {
        ImageSelector images = images(in.object());
        String app = in.app();
        if (app.isEmpty()) {
            throw noSuchGrant();
        }
        int before = revocation.endResting(app, images);
        return grants().forget(app, images).thenCompose(found -> {
            int since = core.lock().with(() -> revocation.endResting(app, images));
            if (!found && before + since == 0) {
                return CompletableFuture.failedFuture(noSuchGrant());
            }
            revocation.note("revoke-grant", app + " " + in.object());
            return revocation.afterReplies();
        });
    }

    @Override
    public CompletionStage<Void> setGrant(Call call, AdminGrants1.SetGrantIn<ReceivedFd> in) {
        ShownText.check("app", in.app(), MAX_APP_CHARACTERS);
        ImageSelector images = images(in.object());
        Remembered.Answer answer = AdminWords.answer(in.answer());
        GrantKey key = new GrantKey(in.app(), images, Options.accessOf(in.access()));
        return grants().remember(key, answer, Persistence.UNTIL_REVOKED).thenCompose(_ -> {
            revocation.note("grant", in.answer() + " " + in.access() + " " + in.app() + " " + in.object());
            if (answer != Remembered.Answer.ALWAYS) {
                core.lock()
                        .run(() -> core.endings()
                                .revoke((_, grant) ->
                                        grant.remembered().filter(key::equals).isPresent()));
            }
            return revocation.afterReplies();
        });
    }

    private Grants grants() {
        return core.helpers().grants();
    }

    private static ImageSelector images(String object) {
        ShownText.check("object", object, MAX_OBJECT_CHARACTERS);
        return ImageSelector.ofObject(object)
                .orElseThrow(() -> Options.invalid("An object is PRODUCER/TITLE, as ListGrants names it"));
    }

    private static VitrineException noSuchGrant() {
        return new VitrineException(ErrorName.NOT_FOUND, "Nothing is remembered of that: see ListGrants");
    }
}
