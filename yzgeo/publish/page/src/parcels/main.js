// The parcel layer, for a page with a ledger and for any other map.
import { makeParcels } from "./parcels.js";

window.yzParcels = makeParcels;
