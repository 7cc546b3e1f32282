package org.vitrine.checks.people;

import org.vitrine.client.admin.AdminDoor;
import org.vitrine.client.admin.AdminOptions;
import org.vitrine.client.admin.AdminSession;

/** Ends what an application looks at. */
final class AdminExample {
    private AdminExample() {}

    static void run(AdminOptions options, String app) {
        // @start region="admin"
        try (AdminDoor admin = AdminDoor.connect(options)) {
            for (AdminSession session : admin.sessions()) {
                if (session.app().equals(app)) {
                    admin.revoke(session.path());
                }
            }
        }
        // @end
    }
}
