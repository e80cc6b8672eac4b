import { storeContract } from "../testing/contract.ts";
import { sqliteStand } from "../testing/sqlite.ts";

storeContract("SQLite", sqliteStand);
