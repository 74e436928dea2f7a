package vn.motcua.notification;

import jakarta.ws.rs.Path;
import vn.motcua.platform.operations.Operations;

/** The operators' view of this service: parked keys and their replay. */
@Path("/api/notification/operations")
public class NotificationOperations extends Operations {}
