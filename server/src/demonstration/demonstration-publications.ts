import { instantAt, type Instant } from '@zhibiao/shared/calendar';
import { publicationNotes } from '@zhibiao/shared/wording';

/** What a publication says of itself. */
export interface PublicationWords {
  readonly note: string;
  readonly reason: string;
}

/** When the demonstration was published so far, oldest first; a correction between two quarters among them. */
export const demonstrationPublications: readonly (PublicationWords & { readonly publishedAt: Instant })[] = [
  { publishedAt: instantAt('2025-01-22', '09:00'), note: publicationNotes.year(2024), reason: '' },
  {
    publishedAt: instantAt('2025-04-18', '09:00'),
    note: publicationNotes.quarter(2025, 1),
    reason: publicationNotes.scores,
  },
  {
    publishedAt: instantAt('2025-07-18', '09:00'),
    note: publicationNotes.quarter(2025, 2),
    reason: publicationNotes.revised,
  },
  {
    publishedAt: instantAt('2025-09-03', '09:00'),
    note: publicationNotes.correction(2025, 2),
    reason: publicationNotes.retest,
  },
  {
    publishedAt: instantAt('2025-10-15', '09:00'),
    note: publicationNotes.quarter(2025, 3),
    reason: publicationNotes.revised,
  },
];

/** For a business clock on which something is left over. */
export const newestFigures: PublicationWords = {
  note: publicationNotes.newest,
  reason: publicationNotes.revised,
};
