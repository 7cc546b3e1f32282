package org.vitrine.broker.door.admin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.vitrine.api.dbus.generated.Admin1;
import org.vitrine.api.error.ErrorName;
import org.vitrine.api.error.VitrineException;
import org.vitrine.broker.access.Grant;
import org.vitrine.broker.core.Core;
import org.vitrine.broker.door.Call;
import org.vitrine.broker.door.Options;
import org.vitrine.broker.identity.Caller;
import org.vitrine.fd.Fd;
import org.vitrine.wire.ReceivedFd;

/** Answers org.vitrine.Admin1. */
final class AdminMethods implements Admin1.Handler<Call, ReceivedFd, Fd> {
    private final Core core;
    private final AdminRevocation revocation;
    private final AdminExplain explain;
    private final PolicyReload policyReload;
    private final DropCount dropCount;

    AdminMethods(Core core, AdminRevocation revocation, PolicyReload policyReload, DropCount dropCount) {
        this.core = core;
        this.revocation = revocation;
        this.explain = new AdminExplain(core);
        this.policyReload = policyReload;
        this.dropCount = dropCount;
    }

    /** Counts what was taken back. */
    private record Taken(long sessions, long grants) {}

    @Override
    public CompletionStage<Void> revoke(Call call, Admin1.RevokeIn<ReceivedFd> in) {
        if (!revocation.end(in.object())) {
            throw new VitrineException(
                    ErrorName.NOT_FOUND, "There is no such producer, image or session: see GetManagedObjects");
        }
        revocation.note("revoke-object", in.object().value());
        return revocation.afterReplies();
    }

    @Override
    public CompletionStage<Admin1.RevokeAppOut<Fd>> revokeApp(Call call, Admin1.RevokeAppIn<ReceivedFd> in) {
        String app = in.app();
        revocation.note("revoke-app", app);
        return take(
                        (caller, _) -> caller.appId().equals(app),
                        () -> app.isEmpty()
                                ? CompletableFuture.completedFuture(0)
                                : core.helpers().grants().forgetApp(app))
                .thenApply(taken -> new Admin1.RevokeAppOut<>(taken.sessions(), taken.grants()));
    }

    @Override
    public CompletionStage<Admin1.RevokeAllOut<Fd>> revokeAll(Call call) {
        revocation.note("revoke-all", "");
        return take((_, _) -> true, core.helpers().grants()::forgetAll)
                .thenApply(taken -> new Admin1.RevokeAllOut<>(taken.sessions(), taken.grants()));
    }

    /** Ends sessions and waits at once, and again those that came in before the store had forgotten. */
    private CompletionStage<Taken> take(BiPredicate<Caller, Grant> which, Supplier<CompletionStage<Integer>> forget) {
        int before = core.endings().revoke(which);
        return forget.get().thenCompose(grants -> {
            int since = core.lock().with(() -> core.endings().revoke(which));
            return revocation.afterReplies().thenApply(_ -> new Taken((long) before + since, grants));
        });
    }

    @Override
    public CompletionStage<Void> pause(Call call) {
        if (core.sharing().pause()) {
            revocation.note("pause", "");
        }
        return revocation.afterReplies();
    }

    @Override
    public CompletionStage<Void> resume(Call call) {
        if (core.sharing().resume()) {
            revocation.note("resume", "");
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Admin1.ExplainOut<Fd>> explain(Call call, Admin1.ExplainIn<ReceivedFd> in) {
        return explain.explain(in.app(), in.image(), Options.accessOf(in.access()));
    }

    @Override
    public CompletionStage<Admin1.ReloadPolicyOut<Fd>> reloadPolicy(Call call) {
        return policyReload
                .reload()
                .thenApply(policy -> new Admin1.ReloadPolicyOut<>(policy.rules().size()));
    }

    @Override
    public CompletionStage<Admin1.GetStatisticsOut<Fd>> getStatistics(Call call) {
        return CompletableFuture.completedFuture(new Admin1.GetStatisticsOut<>(AdminStatistics.of(core, dropCount)));
    }
}
